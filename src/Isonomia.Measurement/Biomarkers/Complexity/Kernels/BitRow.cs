using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Complexity.Kernels;

/// <summary>512 yes-or-no answers side by side; bit b is bit b % 64 of lane b / 64.</summary>
internal static unsafe class BitRow
{
    /// <summary>How many answers a row holds.</summary>
    public const int Width = 512;

    /// <summary>How many 64-bit words they fill.</summary>
    public const int Words = Width / 64;

    private static Vector512<ulong> Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
    }

    /// <summary>Only this bit, from 0 to 511.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Bit(int place) =>
        Vector512.Equals(Lanes, Vector512.Create((ulong)place >> 6)) & Vector512.Create(1UL << place);

    /// <summary>The lowest bits, as many as given; all where there are fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Below(int count)
    {
        var whole = Vector512.Create((ulong)count >> 6);
        return Vector512.LessThan(Lanes, whole)
            | (Vector512.Equals(Lanes, whole) & Vector512.Create((1UL << count) - 1));
    }

    /// <summary>
    /// The 512 bits that begin a few bits (0 to 63) after a word in memory. Nine words are read.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Load(ulong* word, int shift) =>
        (Vector512.Load(word) >>> shift) | ((Vector512.Load(word + 1) << 1) << (63 - shift));

    /// <summary>Every bit one place lower; the highest takes what was the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Down(Vector512<ulong> row)
    {
        Vector512<ulong> next;
        if (Vector512.IsHardwareAccelerated)
        {
            next = Vector512.Shuffle(row, Vector512.Create(1UL, 2, 3, 4, 5, 6, 7, 0));
        }
        else
        {
            var low = Vector256.Shuffle(row.GetLower(), Vector256.Create(1UL, 2, 3, 0));
            var high = Vector256.Shuffle(row.GetUpper(), Vector256.Create(1UL, 2, 3, 0));
            var last = Vector256.Create(0UL, 0, 0, ulong.MaxValue);
            next = Vector512.Create(
                Vector256.ConditionalSelect(last, high, low), Vector256.ConditionalSelect(last, low, high));
        }

        return (row >>> 1) | (next << 63);
    }

    /// <summary>How many bits are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector512<ulong> row) =>
        BitOperations.PopCount(row.GetElement(0)) + BitOperations.PopCount(row.GetElement(1))
        + BitOperations.PopCount(row.GetElement(2)) + BitOperations.PopCount(row.GetElement(3))
        + BitOperations.PopCount(row.GetElement(4)) + BitOperations.PopCount(row.GetElement(5))
        + BitOperations.PopCount(row.GetElement(6)) + BitOperations.PopCount(row.GetElement(7));
}

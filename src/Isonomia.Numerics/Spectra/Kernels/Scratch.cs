using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// Working memory of the calling thread: 64-byte aligned, uninitialised, given back on disposal and then reused, so
/// that transforms allocate nothing once warm. Buffers above <see cref="Kept"/> doubles are left to the collector.
/// </summary>
internal readonly unsafe struct Scratch : IDisposable
{
    private const int Kept = 1 << 22;
    private const int LineDoubles = 8;

    [ThreadStatic]
    private static Stack<double[]>? idle;

    private readonly double[] array;

    private Scratch(double[] array) => this.array = array;

    /// <summary>The first double, on a cache line's start; the array is pinned, so it stays there.</summary>
    public double* Start
    {
        get
        {
            var address = (nuint)Unsafe.AsPointer(ref array[0]);
            return (double*)((address + 63) & ~(nuint)63);
        }
    }

    /// <summary>A part of the buffer, for code that needs no pointers.</summary>
    public Span<double> Slice(int start, int length) => new(Start + start, length);

    public static Scratch Rent(int doubles)
    {
        idle ??= new Stack<double[]>();
        var needed = checked(doubles + LineDoubles);
        if (idle.TryPop(out var array) && array.Length >= needed)
            return new Scratch(array);
        var size = needed <= Kept ? Rounded(needed) : needed;
        return new Scratch(GC.AllocateUninitializedArray<double>(size, pinned: true));
    }

    // To an eighth of a power of two, so that a buffer also serves lengths a little greater.
    private static int Rounded(int needed)
    {
        var step = Math.Max(LineDoubles, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)needed) / 16);
        return (needed + step - 1) / step * step;
    }

    public void Dispose()
    {
        if (array.Length <= Kept)
            idle!.Push(array);
    }
}

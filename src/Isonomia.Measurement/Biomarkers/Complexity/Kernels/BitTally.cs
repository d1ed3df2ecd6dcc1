using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Complexity.Kernels;

/// <summary>
/// Counts the bits of many rows. Rows are added to each other bit by bit, as full adders do, so that only one row in
/// four has its bits counted: 7 operations a row instead of 22.
/// </summary>
internal struct BitTally
{
    private Vector512<ulong> ones;
    private Vector512<ulong> twos;
    private long fours;

    /// <summary>How many bits were set in all rows.</summary>
    public readonly long Total => (4 * fours) + (2L * BitRow.Count(twos)) + BitRow.Count(ones);

    /// <summary>Adds four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c, Vector512<ulong> d)
    {
        var early = Carry(ones, a, b);
        ones ^= a ^ b;
        var late = Carry(ones, c, d);
        ones ^= c ^ d;
        fours += BitRow.Count(Carry(twos, early, late));
        twos ^= early ^ late;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Carry(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) =>
        (a & b) | (c & (a | b));
}

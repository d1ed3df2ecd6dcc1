using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary;

namespace Isonomia.Numerics.LinearAlgebra;

/// <summary>
/// Elementary functions of whole spans, by <see cref="VectorFunctions"/> (errors of at most 1 ulp). An item's result
/// depends only on the item, not on where in the span it stands: tails go through the same vectors, padded.
/// </summary>
public static class VectorMath
{
    /// <summary>Exponentials: e to the power of each item. About 0.6 ns an item in cache.</summary>
    /// <param name="x">Exponents.</param>
    /// <param name="destination">Receives as many items; may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">The destination is shorter than <paramref name="x"/>.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> destination)
    {
        if (destination.Length < x.Length)
            throw new ArgumentException($"{x.Length} items do not fit into {destination.Length}.", nameof(destination));
        var done = 0;
        for (; done <= x.Length - 8; done += 8)
            VectorFunctions.Exp(Vector512.Create<double>(x[done..])).CopyTo(destination[done..]);
        if (done == x.Length)
            return;
        Span<double> tail = stackalloc double[8];
        tail.Clear();
        x[done..].CopyTo(tail);
        VectorFunctions.Exp(Vector512.Create<double>(tail)).CopyTo(tail);
        tail[..(x.Length - done)].CopyTo(destination[done..]);
    }
}

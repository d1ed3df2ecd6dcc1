using System.Runtime.CompilerServices;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>
/// Any odd number of points r: points k and r - k are taken together, so that each pair of outputs needs (r - 1)/2
/// products with cosines and as many with sines; about 2 r + 10 operations a point.
/// </summary>
/// <param name="points">r.</param>
/// <param name="roots">(cos, sin) of 2 pi k/r for k = 0..r-1.</param>
internal readonly unsafe struct RadixOdd(int points, double* roots) : IRadix
{
    /// <summary>The largest prime transformed so; a length with a larger one goes to Bluestein.</summary>
    public const int Largest = 31;

    private readonly double* roots = roots;

    public int Points { get; } = points;

    [SkipLocalsInit]
    public void Step<TLanes, TPlace>(double* xr, double* xi, long jump, TPlace place)
        where TLanes : unmanaged, ILanes<TLanes>
        where TPlace : struct, IPlace<TLanes>
    {
        var half = Points / 2;
        var sums = stackalloc ComplexLanes<TLanes>[Largest / 2];
        var differences = stackalloc ComplexLanes<TLanes>[Largest / 2];
        var zero = ComplexLanes<TLanes>.Load(xr, xi);
        var total = zero;
        for (var k = 0; k < half; k++)
        {
            var ahead = (k + 1) * jump;
            var behind = (Points - 1 - k) * jump;
            var a = ComplexLanes<TLanes>.Load(xr + ahead, xi + ahead);
            var b = ComplexLanes<TLanes>.Load(xr + behind, xi + behind);
            sums[k] = a + b;
            differences[k] = a - b;
            total += sums[k];
        }

        place.Put(0, total);
        for (var j = 1; j <= half; j++)
        {
            var even = zero;
            var odd = differences[0] * TLanes.Broadcast(roots[(2 * j) + 1]);
            even += sums[0] * TLanes.Broadcast(roots[2 * j]);
            for (int k = 1, turn = j; k < half; k++)
            {
                turn += j;
                if (turn >= Points)
                    turn -= Points;
                even += sums[k] * TLanes.Broadcast(roots[2 * turn]);
                odd += differences[k] * TLanes.Broadcast(roots[(2 * turn) + 1]);
            }

            place.Put(j, even.MinusI(odd) * place.Twiddle(j));
            place.Put(Points - j, even.PlusI(odd) * place.Twiddle(Points - j));
        }
    }
}

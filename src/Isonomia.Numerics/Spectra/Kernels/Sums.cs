using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// Sums over an array in one fixed order, whatever the machine's vector width: eight running sums, element i into the
/// sum i mod 8, added pairwise at the end.
/// </summary>
internal static unsafe class Sums
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<double> x)
    {
        fixed (double* p = x)
        {
            var a = Vector256<double>.Zero;
            var b = a;
            var i = 0;
            for (; i <= x.Length - 8; i += 8)
            {
                a += Vector256.Load(p + i);
                b += Vector256.Load(p + i + 4);
            }

            var sum = Total(a + b);
            for (; i < x.Length; i++)
                sum += p[i];
            return sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double OfProducts(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        fixed (double* p = x, q = y)
        {
            var a = Vector256<double>.Zero;
            var b = a;
            var i = 0;
            for (; i <= x.Length - 8; i += 8)
            {
                a += Vector256.Load(p + i) * Vector256.Load(q + i);
                b += Vector256.Load(p + i + 4) * Vector256.Load(q + i + 4);
            }

            var sum = Total(a + b);
            for (; i < x.Length; i++)
                sum += p[i] * q[i];
            return sum;
        }
    }

    /// <summary>sum of i x_i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double OfMoments(ReadOnlySpan<double> x)
    {
        fixed (double* p = x)
        {
            var a = Vector256<double>.Zero;
            var index = Vector256.Create(0.0, 1, 2, 3);
            var i = 0;
            for (; i <= x.Length - 4; i += 4)
            {
                a += Vector256.Load(p + i) * index;
                index += Vector256.Create(4.0);
            }

            var sum = Total(a);
            for (; i < x.Length; i++)
                sum += p[i] * i;
            return sum;
        }
    }

    private static double Total(Vector256<double> v) => (v[0] + v[1]) + (v[2] + v[3]);
}

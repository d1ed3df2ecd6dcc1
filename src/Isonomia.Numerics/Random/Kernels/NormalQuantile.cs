using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.Random.Kernels;

/// <summary>
/// The standard normal quantile by the rational approximations of Wichura, algorithm AS 241 (PPND16), Applied
/// Statistics 37:477 (1988), relative error about 1e-16: one for |p - 1/2| up to 0.425, one for the tails, one for
/// the far tails (p below 1.4e-11). The scalar and the four-lane face do the same operations in the same order and
/// give the same bits. About 16 fused operations and a division a lane; the tails (15 % of draws) add a logarithm, a
/// square root and as much again, for all four lanes if for any. Measured: 4 ns a normal, drawn in bulk.
/// </summary>
internal static class NormalQuantile
{
    private const double Centre = 0.425, CentreSquared = 0.180625, FarTail = 5;

    private static ReadOnlySpan<double> A =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ];

    private static ReadOnlySpan<double> B =>
    [
        1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static ReadOnlySpan<double> C =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> D =>
    [
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> E =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> F =>
    [
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>Quantile at 0 &lt; p &lt; 1.</summary>
    public static double At(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= Centre)
        {
            var inner = Math.FusedMultiplyAdd(-q, q, CentreSquared);
            return q * Polynomial(A, inner) / Polynomial(B, inner);
        }

        var r = Math.Sqrt(-PortableLog.Of(Math.Min(p, 1 - p)));
        var z = r <= FarTail
            ? Polynomial(C, r - 1.6) / Polynomial(D, r - 1.6)
            : Polynomial(E, r - FarTail) / Polynomial(F, r - FarTail);
        return q < 0 ? -z : z;
    }

    /// <summary>Quantiles in place, 0 &lt; p &lt; 1.</summary>
    public static void InPlace(Span<double> p)
    {
        var done = 0;
        for (; done <= p.Length - 4; done += 4)
            At(Vector256.Create<double>(p[done..])).CopyTo(p[done..]);
        for (; done < p.Length; done++)
            p[done] = At(p[done]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> At(Vector256<double> p)
    {
        var q = p - Vector256.Create(0.5);
        var inner = Vector256.FusedMultiplyAdd(-q, q, Vector256.Create(CentreSquared));
        var central = q * Polynomial(A, inner) / Polynomial(B, inner);
        var tail = Vector256.GreaterThan(Vector256.Abs(q), Vector256.Create(Centre));
        return tail == Vector256<double>.Zero ? central : Vector256.ConditionalSelect(tail, Tail(p, q), central);
    }

    private static Vector256<double> Tail(Vector256<double> p, Vector256<double> q)
    {
        var r = Vector256.Sqrt(-PortableLog.Of(Vector256.Min(p, Vector256<double>.One - p)));
        var x = r - Vector256.Create(1.6);
        var z = Polynomial(C, x) / Polynomial(D, x);
        var far = Vector256.GreaterThan(r, Vector256.Create(FarTail));
        if (far != Vector256<double>.Zero)
        {
            x = r - Vector256.Create(FarTail);
            z = Vector256.ConditionalSelect(far, Polynomial(E, x) / Polynomial(F, x), z);
        }

        return Vector256.ConditionalSelect(Vector256.LessThan(q, Vector256<double>.Zero), -z, z);
    }

    private static double Polynomial(ReadOnlySpan<double> c, double x)
    {
        var sum = Math.FusedMultiplyAdd(c[7], x, c[6]);
        for (var i = 5; i >= 0; i--)
            sum = Math.FusedMultiplyAdd(sum, x, c[i]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Polynomial(ReadOnlySpan<double> c, Vector256<double> x)
    {
        var sum = Vector256.FusedMultiplyAdd(Vector256.Create(c[7]), x, Vector256.Create(c[6]));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(c[5]));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(c[4]));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(c[3]));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(c[2]));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(c[1]));
        return Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(c[0]));
    }
}

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>Complex roots of unity, each correct to about half a unit in the last place.</summary>
internal static class Roots
{
    /// <summary>
    /// Cosine and sine of 2 pi k / n, 0 &lt;= k &lt; n. The angle is first folded, in integers, into an eighth of a turn.
    /// </summary>
    public static (double Cos, double Sin) Of(long k, long n)
    {
        if (2 * k > n)
        {
            var (c, s) = Of(n - k, n);
            return (c, -s);
        }

        if (4 * k > n)
        {
            // pi - angle
            var (c, s) = FirstQuarter(n - (2 * k), 2 * n);
            return (-c, s);
        }

        return FirstQuarter(k, n);
    }

    private static (double Cos, double Sin) FirstQuarter(long k, long n)
    {
        if (8 * k > n)
        {
            // pi/2 - angle
            var (s, c) = Math.SinCos(2 * Math.PI * (n - (4 * k)) / (4 * n));
            return (s, c);
        }

        var (sin, cos) = Math.SinCos(2 * Math.PI * k / n);
        return (cos, sin);
    }
}

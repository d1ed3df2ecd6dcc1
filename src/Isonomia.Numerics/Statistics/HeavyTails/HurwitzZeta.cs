namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>
/// The Hurwitz zeta function, the sum of (q + k)^-s over k = 0, 1, 2, ..., with its derivatives in s: the normalisation
/// of a discrete power law. Euler-Maclaurin summation (DLMF 25.11.5) to about 1e-15 of the value.
/// </summary>
public static class HurwitzZeta
{
    // From here on the remainder of six correction terms is below 1e-16 of the value for s up to 30.
    private const double Far = 12;
    private const double FarPerExponent = 0.5;

    // B_2j / (2j)!
    private static readonly double[] Corrections =
        [1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000];

    /// <summary>The function.</summary>
    /// <param name="s">The exponent, above 1.</param>
    /// <param name="q">The first term's base, above 0.</param>
    public static double Of(double s, double q)
    {
        Require(s, q);
        var (sum, x) = (0.0, q);
        for (var far = Far + FarPerExponent * s; x < far; x++)
            sum += Math.Pow(x, -s);
        var power = Math.Pow(x, -s);
        sum += power * (x / (s - 1) + 0.5);
        var factor = s * power / x;
        for (var j = 0; j < Corrections.Length; j++)
        {
            sum += Corrections[j] * factor;
            factor *= (s + 2 * j + 1) * (s + 2 * j + 2) / (x * x);
        }

        return sum;
    }

    /// <summary>The function and its first and second derivative in s.</summary>
    /// <param name="s">The exponent, above 1.</param>
    /// <param name="q">The first term's base, above 0.</param>
    public static (double Value, double First, double Second) WithDerivatives(double s, double q)
    {
        Require(s, q);
        var (value, first, second, x) = (0.0, 0.0, 0.0, q);
        for (var far = Far + FarPerExponent * s; x < far; x++)
        {
            var log = Math.Log(x);
            Add(Math.Exp(-s * log), -log, 0);
        }

        // Each further term is t(s); with L its logarithmic derivative, t' = t L and t'' = t (L^2 + L').
        var end = Math.Log(x);
        var power = Math.Exp(-s * end);
        Add(power * x / (s - 1), -end - 1 / (s - 1), 1 / ((s - 1) * (s - 1)));
        Add(power / 2, -end, 0);
        var (factor, slope, bend) = (s * power / x, 1 / s - end, -1 / (s * s));
        for (var j = 0; j < Corrections.Length; j++)
        {
            Add(Corrections[j] * factor, slope, bend);
            var (a, b) = (s + 2 * j + 1, s + 2 * j + 2);
            factor *= a * b / (x * x);
            slope += 1 / a + 1 / b;
            bend -= 1 / (a * a) + 1 / (b * b);
        }

        return (value, first, second);

        void Add(double term, double l, double derivative)
        {
            value += term;
            first += term * l;
            second += term * (l * l + derivative);
        }
    }

    private static void Require(double s, double q)
    {
        if (!(s > 1) || !(q > 0))
            throw new ArgumentOutOfRangeException(nameof(s), $"zeta({s}, {q}): s above 1 and q above 0 were expected");
    }
}

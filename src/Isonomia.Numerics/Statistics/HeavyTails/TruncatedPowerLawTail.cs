using MathNet.Numerics.Integration;

namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>x^-alpha exp(-lambda x): a power law that ends at a scale, as in a finite system.</summary>
internal sealed class TruncatedPowerLawTail : TailForm
{
    private const double Negligible = 45;
    private static readonly GaussLegendreRule Rule = new(0, 1, 10);

    public override string Name => "truncated_power_law";

    public override bool HoldsPowerLaw => true;

    protected override double[] Start(PowerLawFit powerLaw, double meanExcess) =>
        [powerLaw.Alpha - 0.1, Math.Log(0.1 / (meanExcess + powerLaw.Xmin))];

    protected override Func<double, double> LogDensity(double[] at, double xmin, bool isDiscrete)
    {
        var (alpha, lambda) = (at[0], Math.Exp(at[1]));
        var norm = Math.Log(isDiscrete ? Sum(alpha, lambda, xmin) : Integral(alpha, lambda, xmin)) - lambda * xmin;
        return x => -alpha * Math.Log(x) - lambda * x - norm;
    }

    // Sum of k^-alpha exp(-lambda (k - xmin)): the first terms, and Euler-Maclaurin's formula for the rest.
    private static double Sum(double alpha, double lambda, double xmin)
    {
        var (sum, k) = (0.0, xmin);
        for (; k < xmin + 20; k++)
            sum += Term(k);
        // f' = f g with g = -(alpha/k + lambda), and so on.
        var g = -(alpha / k + lambda);
        var (g1, g2) = (alpha / (k * k), -2 * alpha / (k * k * k));
        var third = g * g * g + 3 * g * g1 + g2;
        return sum + Math.Exp(-lambda * (k - xmin)) * Integral(alpha, lambda, k)
            + Term(k) * (0.5 - g / 12 + third / 720);

        double Term(double x) => Math.Exp(-alpha * Math.Log(x) - lambda * (x - xmin));
    }

    // Integral of x^-alpha exp(-lambda (x - from)), over u = ln(x/from) in pieces of length 1/2.
    private static double Integral(double alpha, double lambda, double from)
    {
        var sum = 0.0;
        for (var piece = 0; piece < 200; piece++)
        {
            var part = 0.0;
            for (var i = 0; i < Rule.Order; i++)
            {
                var u = 0.5 * (piece + Rule.GetAbscissa(i));
                part += Rule.GetWeight(i) * Math.Exp((1 - alpha) * u - lambda * from * (Math.Exp(u) - 1));
            }

            sum += 0.5 * part;
            var end = 0.5 * (piece + 1);
            var log = (1 - alpha) * end - lambda * from * (Math.Exp(end) - 1);
            if (log < Math.Log(sum) - Negligible && (1 - alpha) - lambda * from * Math.Exp(end) < 0)
                break;
        }

        return sum * Math.Exp((1 - alpha) * Math.Log(from));
    }
}

using MathNet.Numerics;

namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>
/// A log-normal tail. With t = ln(x/xmin) its density is proportional to exp(-t - b t - w t^2/2), w = 1/sigma^2 and
/// b = w (ln xmin - mu): a power law of exponent 1 + b, bent downwards by w. Whole numbers stand for the reals that
/// round to them.
/// </summary>
internal sealed class LogNormalTail : TailForm
{
    private static readonly (double[] Nodes, double[] Weights) Rule = LegendreRule();

    public override string Name => "lognormal";

    protected override double[] Start(PowerLawFit powerLaw, double meanExcess) =>
        [0.8 * (powerLaw.Alpha - 1), Math.Log(0.1)];

    protected override Func<double, double> LogDensity(double[] at, double xmin, bool isDiscrete)
    {
        var (b, w) = (at[0], Math.Exp(at[1]));
        var start = isDiscrete ? xmin - 0.5 : xmin;
        // The integral over t from 0 on: sqrt(pi/2w) exp(z^2) erfc(z), z = b/sqrt(2w).
        var norm = 0.5 * Math.Log(Math.PI / 2 / w) + LogScaledErfc(b / Math.Sqrt(2 * w));
        return isDiscrete ? x => Math.Log(Bin(x)) - norm : x => Log(x) - norm;

        double Log(double x)
        {
            var t = Math.Log(x / start);
            return -Math.Log(x) - t * (b + w * t / 2);
        }

        double Bin(double x)
        {
            var sum = 0.0;
            for (var i = 0; i < Rule.Nodes.Length; i++)
                sum += Rule.Weights[i] * Math.Exp(Log(x + Rule.Nodes[i]));
            return sum;
        }
    }

    // ln(exp(z^2) erfc(z)); erfc underflows at 26, long after its expansion (DLMF 7.12.1) is exact.
    private static double LogScaledErfc(double z)
    {
        if (z < 10)
            return z * z + Math.Log(SpecialFunctions.Erfc(z));
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k <= 8; k++)
        {
            term *= -(2 * k - 1) / (2 * z * z);
            sum += term;
        }

        return Math.Log(sum / (z * Math.Sqrt(Math.PI)));
    }

    // Nodes and weights over an interval of length 1 about 0.
    private static (double[], double[]) LegendreRule()
    {
        var rule = new MathNet.Numerics.Integration.GaussLegendreRule(-0.5, 0.5, 8);
        return (rule.Abscissas, rule.Weights);
    }
}

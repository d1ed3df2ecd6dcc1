using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Tests.Sampling;

/// <summary>Prior: independent normals of deviation 3. Likelihood: one or two normal humps of deviation 0.5 in the first
/// coordinate and correlation with the second.</summary>
internal sealed class RoundDensity(double[] humps) : Density
{
    public const double PriorSd = 3;
    public const double HumpSd = 0.5;

    public override int Dimensions => 3;

    public override (double Prior, double Likelihood) At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (prior, along) = (0.0, point[0] + (0.5 * point[1]));
        foreach (var x in point)
            prior -= (x * x / (2 * PriorSd * PriorSd)) + Math.Log(PriorSd * Math.Sqrt(2 * Math.PI));
        var (sum, slope) = (0.0, 0.0);
        foreach (var hump in humps)
        {
            var weight = Math.Exp(-(along - hump) * (along - hump) / (2 * HumpSd * HumpSd)) / humps.Length;
            sum += weight;
            slope -= weight * (along - hump) / (HumpSd * HumpSd);
        }

        if (!(sum > 0))
            return (double.NegativeInfinity, 0);
        if (!gradient.IsEmpty)
        {
            for (var i = 0; i < 3; i++)
                gradient[i] = -point[i] / (PriorSd * PriorSd);
            gradient[0] += slope / sum;
            gradient[1] += 0.5 * slope / sum;
        }

        return (prior, Math.Log(sum));
    }

    public override void DrawPrior(RandomStream random, Span<double> point)
    {
        random.FillNormal(point);
        for (var i = 0; i < point.Length; i++)
            point[i] *= PriorSd;
    }

    /// <summary>The mean of the likelihood over the prior: what is seen is normal of the summed variance.</summary>
    public double LogEvidence()
    {
        var variance = (1.25 * PriorSd * PriorSd) + (HumpSd * HumpSd);
        return Math.Log(humps.Average(h => HumpSd / Math.Sqrt(variance) * Math.Exp(-h * h / (2 * variance))));
    }
}

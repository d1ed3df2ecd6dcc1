using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// The evidence by bridge sampling (Meng and Wong 1996, Stat Sinica 6:831, with their optimal bridge): a posterior's draws
/// are held against as many of a mixture of normals fitted to other draws of it.
/// </summary>
internal static class BridgeSampling
{
    private const int Parts = 8;
    private const int MostRounds = 500;

    /// <summary>An estimate of the logarithm of the evidence for each chain, its mixture fitted to the other chains.</summary>
    /// <param name="density">The posterior.</param>
    /// <param name="chains">Its draws, chain by chain.</param>
    /// <param name="seed">The run's seed.</param>
    public static double[] LogEvidence(Density density, double[][][] chains, long seed) =>
        [.. Enumerable.Range(0, chains.Length).Select(c =>
        {
            var others = chains.Where((_, i) => i != c).SelectMany(d => d).ToArray();
            var mixture = GaussianMixture.Fit(others, Parts);
            var random = new RandomStream(seed, "bridge sampling", c);
            var point = new double[density.Dimensions];
            var drawn = new double[chains[c].Length];
            for (var i = 0; i < drawn.Length; i++)
            {
                mixture.Draw(random, point);
                drawn[i] = Ratio(density, mixture, point);
            }

            return Estimate([.. chains[c].Select(p => Ratio(density, mixture, p))], drawn);
        })];

    private static double Ratio(Density density, GaussianMixture mixture, double[] point)
    {
        var (prior, likelihood) = density.At(point, []);
        return double.IsFinite(prior) ? prior + likelihood - mixture.Log(point) : double.NegativeInfinity;
    }

    // Ratios of posterior to mixture, at draws of the one and of the other; equally many of each.
    private static double Estimate(double[] posterior, double[] mixture)
    {
        var offset = posterior.Order().ElementAt(posterior.Length / 2);
        var r = 1.0;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = r;
            var above = mixture.Average(l => 1 / (1 + (before * Math.Exp(offset - l))));
            var below = posterior.Average(l => 1 / (Math.Exp(l - offset) + before));
            r = above / below;
            if (Math.Abs(r - before) < 1e-10 * r)
                break;
        }

        return offset + Math.Log(r);
    }
}

using MathNet.Numerics.Distributions;

namespace Isonomia.Inference.Calibrating;

/// <summary>What calibration says about one parameter or coordinate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Truths">The true value of each individual.</param>
/// <param name="Medians">The posterior's median of each.</param>
/// <param name="Ranks">Where the truth lies among the posterior's draws: the fraction below it, 0 to 1.</param>
public sealed record CalibratedQuantity(string Name, double[] Truths, double[] Medians, double[] Ranks)
{
    /// <summary>Bins of the histogram of ranks.</summary>
    public const int Bins = 20;

    /// <summary>How many truths have a rank in each of twenty equal parts.</summary>
    public int[] Histogram
    {
        get
        {
            var counts = new int[Bins];
            foreach (var rank in Ranks)
                counts[Math.Min((int)(rank * Bins), Bins - 1)]++;
            return counts;
        }
    }

    /// <summary>Probability of ranks at least as uneven, if they were uniform (chi-square of the histogram).</summary>
    public double UniformityP
    {
        get
        {
            var expected = Ranks.Length / (double)Bins;
            var sum = Histogram.Sum(count => (count - expected) * (count - expected) / expected);
            return 1 - ChiSquared.CDF(Bins - 1, sum);
        }
    }

    /// <summary>
    /// How many truths a part of the histogram holds with a probability of 99 %, if ranks are uniform; at least one of twenty
    /// then lies outside in 18 % of histograms.
    /// </summary>
    public (int Low, int High) Expected99
    {
        get
        {
            var (low, high) = (0, Ranks.Length);
            while (Binomial.CDF(1.0 / Bins, Ranks.Length, low) < 0.005)
                low++;
            while (high > 0 && Binomial.CDF(1.0 / Bins, Ranks.Length, high - 1) >= 0.995)
                high--;
            return (low, high);
        }
    }

    /// <summary>Part of the truths within the posterior's central 90 %.</summary>
    public double Coverage90 => Ranks.Count(r => r is >= 0.05 and <= 0.95) / (double)Ranks.Length;

    /// <summary>Correlation of medians with truths over individuals.</summary>
    public double Recovery => Numerics.Statistics.Correlation.Pearson(Truths, Medians);
}

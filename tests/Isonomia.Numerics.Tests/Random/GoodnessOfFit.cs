namespace Isonomia.Numerics.Tests.Random;

/// <summary>Distances between draws and the distribution they should have, for samples with a fixed seed.</summary>
internal static class GoodnessOfFit
{
    /// <summary>Kolmogorov's sqrt(n) sup|F_n - F|; above 1.63 once in a hundred samples, above 1.95 once in a
    /// thousand (Smirnov 1948).</summary>
    public static double Kolmogorov(double[] draws, Func<double, double> cdf)
    {
        var sorted = draws.Order().ToArray();
        var worst = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var f = cdf(sorted[i]);
            worst = Math.Max(worst, Math.Max(f - (double)i / sorted.Length, (i + 1.0) / sorted.Length - f));
        }

        return Math.Sqrt(sorted.Length) * worst;
    }

    /// <summary>Pearson's chi-square p value of counts against probabilities; cells expecting fewer than 8 are
    /// pooled with what the given probabilities leave over.</summary>
    public static double ChiSquareP(IEnumerable<long> draws, Func<long, double> probability, long from, long to)
    {
        var counts = new Dictionary<long, int>();
        var n = 0;
        foreach (var draw in draws)
        {
            counts[draw] = counts.GetValueOrDefault(draw) + 1;
            n++;
        }

        double statistic = 0, restExpected = n, restSeen = n;
        var cells = 0;
        for (var k = from; k <= to; k++)
        {
            var expected = n * probability(k);
            if (expected < 8)
                continue;
            var seen = counts.GetValueOrDefault(k);
            statistic += (seen - expected) * (seen - expected) / expected;
            restExpected -= expected;
            restSeen -= seen;
            cells++;
        }

        if (restExpected > 1)
        {
            statistic += (restSeen - restExpected) * (restSeen - restExpected) / restExpected;
            cells++;
        }

        return 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(cells - 1, statistic);
    }
}

using MathNet.Numerics.Distributions;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// Whether chains agree, and what their draws are worth: split, rank-normalised R-hat and bulk effective sample size
/// (Vehtari, Gelman, Simpson, Carpenter and Buerkner 2021, Bayesian Anal 16:667).
/// </summary>
public static class Convergence
{
    /// <summary>R-hat: the greater of that of ranks and that of ranks of distances to the median.</summary>
    /// <param name="chains">Draws of one quantity, chain by chain, equally many each.</param>
    public static double RHat(double[][] chains)
    {
        var split = Split(chains);
        var all = split.SelectMany(c => c).Order().ToArray();
        var median = all[all.Length / 2];
        var folded = split.Select(c => c.Select(v => Math.Abs(v - median)).ToArray()).ToArray();
        return Math.Max(PlainRHat(Normalised(split)), PlainRHat(Normalised(folded)));
    }

    /// <summary>How many independent draws the bulk of the distribution is known as well as from.</summary>
    /// <param name="chains">As for <see cref="RHat"/>.</param>
    public static double EffectiveSize(double[][] chains)
    {
        var z = Normalised(Split(chains));
        var (m, n) = (z.Length, z[0].Length);
        var (within, total) = Variances(z);
        if (!(total > 0))
            return m * n;
        var means = z.Select(c => c.Average()).ToArray();
        double Correlation(int lag)
        {
            var sum = 0.0;
            for (var c = 0; c < m; c++)
            {
                for (var i = 0; i + lag < n; i++)
                    sum += (z[c][i] - means[c]) * (z[c][i + lag] - means[c]);
            }

            return 1 - ((within - (sum / (m * (double)n))) / total);
        }

        // Geyer's initial monotone sequence: pairs of neighbouring lags while their sum is positive.
        var (time, last) = (-1.0, double.PositiveInfinity);
        for (var lag = 0; lag + 1 < n; lag += 2)
        {
            var pair = (lag == 0 ? 1 : Correlation(lag)) + Correlation(lag + 1);
            if (pair <= 0)
                break;
            last = Math.Min(last, pair);
            time += 2 * last;
        }

        return m * (double)n / Math.Max(time, 1 / Math.Log10(m * (double)n));
    }

    private static double PlainRHat(double[][] z)
    {
        var (within, total) = Variances(z);
        return within > 0 ? Math.Sqrt(total / within) : 1;
    }

    private static (double Within, double Total) Variances(double[][] z)
    {
        var n = z[0].Length;
        var means = z.Select(c => c.Average()).ToArray();
        var within = z.Select((c, i) => c.Sum(v => (v - means[i]) * (v - means[i])) / (n - 1)).Average();
        var mean = means.Average();
        var between = means.Sum(v => (v - mean) * (v - mean)) / (z.Length - 1);
        return (within, (within * (n - 1) / n) + between);
    }

    private static double[][] Split(double[][] chains)
    {
        var half = chains[0].Length / 2;
        return [.. chains.SelectMany(c => new[] { c[..half], c[^half..] })];
    }

    private static double[][] Normalised(double[][] chains)
    {
        var n = chains[0].Length;
        var values = chains.SelectMany(c => c).ToArray();
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var ranked = chains.Select(_ => new double[n]).ToArray();
        for (var first = 0; first < order.Length;)
        {
            // Equal values share their mean rank.
            var end = first + 1;
            while (end < order.Length && values[order[end]].Equals(values[order[first]]))
                end++;
            var rank = (first + 1 + end) / 2.0;
            var z = Normal.InvCDF(0, 1, (rank - 0.375) / (order.Length + 0.25));
            for (; first < end; first++)
                ranked[order[first] / n][order[first] % n] = z;
        }

        return ranked;
    }
}

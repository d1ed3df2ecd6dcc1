using Isonomia.Numerics.Random;
using MathNet.Numerics.Distributions;

namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>Confidence intervals by resampling (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993), for
/// independent items or for runs of a time series.</summary>
public static class Bootstrap
{
    private const int MostGroups = 500;

    /// <summary>Interval of a statistic of <paramref name="count"/> items.</summary>
    /// <param name="statistic">The statistic; it is called with all indices once, then with resamples of as many,
    /// and with fewer for the acceleration. Resamples on which it is NaN are left out.</param>
    /// <param name="count">Items.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>The statistic, the interval, and the standard deviation of the replicates; an interval of NaN where
    /// the statistic is NaN, or half the replicates are, or the estimate lies outside all replicates.</returns>
    /// <exception cref="ArgumentException">There are no items, or fewer than a block is long.</exception>
    public static ConfidenceInterval Interval(
        IndexStatistic statistic, int count, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        options ??= new BootstrapOptions();
        if (count < 1 || options.BlockLength < 1 || options.BlockLength > count)
            throw new ArgumentException($"{count} items cannot be resampled in blocks of {options.BlockLength}.");
        var indices = new int[count];
        for (var i = 0; i < count; i++)
            indices[i] = i;
        var estimate = statistic(indices);
        var replicates = Replicates(statistic, indices, options);
        if (double.IsNaN(estimate) || 2 * replicates.Length < options.Replicates || replicates.Length == 0)
            return new ConfidenceInterval(estimate, double.NaN, double.NaN, double.NaN);

        var tail = (1 - options.Confidence) / 2;
        var (low, high) = (tail, 1 - tail);
        if (options.Method == BootstrapMethod.BiasCorrected)
        {
            var bias = Normal.InvCDF(0, 1, ShareBelow(replicates, estimate));
            var acceleration = Acceleration(statistic, indices, options.BlockLength);
            low = Corrected(tail, bias, acceleration);
            high = Corrected(1 - tail, bias, acceleration);
        }

        var error = Descriptive.StandardDeviation(replicates, 1);
        return double.IsNaN(low) || double.IsNaN(high)
            ? new ConfidenceInterval(estimate, double.NaN, double.NaN, error)
            : new ConfidenceInterval(
                estimate,
                OrderStatistics.Percentile(replicates, 100 * low),
                OrderStatistics.Percentile(replicates, 100 * high),
                error);
    }

    private static double[] Replicates(IndexStatistic statistic, int[] indices, BootstrapOptions options)
    {
        var replicates = new double[options.Replicates];
        var (count, block) = (indices.Length, options.BlockLength);
        var starts = new int[(count + block - 1) / block];
        var drawn = new int[starts.Length * block];
        var kept = 0;
        for (var replicate = 0; replicate < replicates.Length; replicate++)
        {
            new RandomStream(options.Seed, "bootstrap", replicate).FillBelow(starts, count - block + 1);
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = starts[i / block] + i % block;
            var value = statistic(drawn.AsSpan(0, count));
            if (!double.IsNaN(value))
                replicates[kept++] = value;
        }

        return replicates[..kept];
    }

    // Ties count half, so that a statistic that takes few values is not taken for biased.
    private static double ShareBelow(double[] replicates, double estimate)
    {
        double below = 0;
        foreach (var value in replicates)
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        return below / replicates.Length;
    }

    // A sixth of the skewness of the jackknife values, leaving out one block (one item, if blocks are of one) at a
    // time, or one of at most 500 runs of blocks.
    private static double Acceleration(IndexStatistic statistic, int[] indices, int block)
    {
        var groups = Math.Min(MostGroups, indices.Length / block);
        if (groups < 2)
            return 0;
        var values = new double[groups];
        var rest = new int[indices.Length];
        for (var group = 0; group < groups; group++)
        {
            var first = (int)((long)indices.Length * group / groups);
            var next = (int)((long)indices.Length * (group + 1) / groups);
            indices.AsSpan(0, first).CopyTo(rest);
            indices.AsSpan(next).CopyTo(rest.AsSpan(first));
            values[group] = statistic(rest.AsSpan(0, indices.Length - (next - first)));
        }

        var mean = Descriptive.Mean(values);
        double squares = 0, cubes = 0;
        foreach (var value in values)
        {
            var d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }

        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : squares;
    }

    private static double Corrected(double share, double bias, double acceleration)
    {
        var z = bias + Normal.InvCDF(0, 1, share);
        return Normal.CDF(0, 1, bias + z / (1 - acceleration * z));
    }
}

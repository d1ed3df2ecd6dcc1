using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spikes.Statistics;

/// <summary>The number of spikes of all units of a population in bins.</summary>
internal static class PopulationCounts
{
    /// <summary>Bins that are held at once: 32 MiB.</summary>
    private const int MostBins = 1 << 22;

    /// <summary>
    /// Counts the spikes of all units, piece by piece, so that a day in bins of a millisecond needs little memory.
    /// Each piece but the last has <paramref name="multiple"/> times a whole number of bins.
    /// </summary>
    public static void Each(SpikeAnalysis population, double width, int multiple, Action<double[]> piece)
    {
        var bins = SpikeCounts.BinsOf(population.Start, population.Stop, width);
        var length = Math.Max(1, MostBins / multiple) * multiple;
        var next = new int[population.Units.Count];
        for (var first = 0L; first < bins; first += length)
        {
            var counts = new double[Math.Min(length, bins - first)];
            for (var i = 0; i < next.Length; i++)
                next[i] = Add(population.Times(i), next[i], population.Start, width, first, counts);
            piece(counts);
        }
    }

    /// <summary>Mean and variance (over n) of the counts.</summary>
    public static (double Mean, double Variance) Moments(SpikeAnalysis population, double width)
    {
        Int128 sum = 0, squares = 0;
        var bins = SpikeCounts.BinsOf(population.Start, population.Stop, width);
        Each(population, width, 1, counts =>
        {
            foreach (var count in counts)
            {
                sum += (long)count;
                squares += (Int128)(long)count * (long)count;
            }
        });
        return ((double)sum / bins, (double)((bins * squares) - (sum * sum)) / bins / bins);
    }

    /// <summary>Variance over mean of the counts.</summary>
    public static Measured Fano(SpikeAnalysis population, double width)
    {
        if (SpikeCounts.BinsOf(population.Start, population.Stop, width) < 2)
            return Measured.Undefined("the recording is shorter than two bins");
        var (mean, variance) = Moments(population, width);
        return mean > 0 ? Measured.Of(variance / mean) : Measured.Undefined("no spikes");
    }

    private static int Add(
        ReadOnlySpan<double> times, int next, double start, double width, long first, double[] counts)
    {
        for (; next < times.Length; next++)
        {
            var bin = SpikeCounts.BinOf(times[next], start, width) - first;
            if (bin >= counts.Length)
                break;
            if (bin >= 0)
                counts[(int)bin]++;
        }

        return next;
    }
}

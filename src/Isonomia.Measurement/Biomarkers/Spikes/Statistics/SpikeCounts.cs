using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spikes.Statistics;

/// <summary>
/// The counts of a spike train in equal bins from <c>start</c> on, kept where they are not zero. A remainder shorter
/// than a bin at the end is left out. Moments are exact: counts are whole numbers.
/// </summary>
public sealed class SpikeCounts
{
    /// <summary>
    /// A spike on the edge of a bin belongs to the later one, and times that are multiples of a step must not fall
    /// short of the edge by rounding.
    /// </summary>
    public const double EdgeTolerance = 1e-8;

    private readonly long[] bins;
    private readonly int[] counts;
    private readonly Int128 sum;
    private readonly Int128 squares;

    /// <summary>Counts spikes.</summary>
    /// <param name="times">Spike times in seconds, ascending.</param>
    /// <param name="start">Where the first bin begins, in seconds.</param>
    /// <param name="stop">Where the last whole bin ends at the latest, in seconds.</param>
    /// <param name="width">Length of a bin, in seconds.</param>
    public SpikeCounts(ReadOnlySpan<double> times, double start, double stop, double width)
    {
        Bins = BinsOf(start, stop, width);
        var (at, of, last) = (new List<long>(), new List<int>(), -1L);
        foreach (var time in times)
        {
            if (BinOf(time, start, width) is var bin && (bin < 0 || bin >= Bins))
                continue;
            if ((long)bin == last)
            {
                of[^1]++;
                continue;
            }

            last = (long)bin;
            at.Add(last);
            of.Add(1);
        }

        (bins, counts) = ([.. at], [.. of]);
        foreach (var count in counts)
        {
            sum += count;
            squares += (long)count * count;
        }
    }

    /// <summary>How many bins there are.</summary>
    public long Bins { get; }

    /// <summary>Spikes in a bin, on average.</summary>
    public double Mean => (double)sum / Bins;

    /// <summary>Mean squared deviation of the counts from their mean (over n).</summary>
    public double Variance => (double)((Bins * squares) - (sum * sum)) / Bins / Bins;

    /// <summary>Variance over mean of the counts (Fano 1947): 1 for a Poisson process; undefined without a spike or
    /// with fewer than two bins.</summary>
    public Measured Fano() => Bins < 2 ? Measured.Undefined("the recording is shorter than two windows")
        : sum == 0 ? Measured.Undefined("no spikes")
        : Measured.Of(Variance / Mean);

    /// <summary>Pearson's correlation of the counts of two trains in the same bins; undefined where counts are
    /// constant.</summary>
    /// <exception cref="ArgumentException">The trains were counted in different numbers of bins.</exception>
    public static Measured Correlation(SpikeCounts a, SpikeCounts b)
    {
        if (a.Bins != b.Bins)
            throw new ArgumentException($"{a.Bins} and {b.Bins} bins cannot be compared.", nameof(b));
        Int128 products = 0;
        for (int i = 0, j = 0; i < a.bins.Length && j < b.bins.Length;)
        {
            if (a.bins[i] == b.bins[j])
                products += (long)a.counts[i++] * b.counts[j++];
            else if (a.bins[i] < b.bins[j])
                i++;
            else
                j++;
        }

        var (n, spreadA, spreadB) = ((Int128)a.Bins, Spread(a), Spread(b));
        return spreadA == 0 || spreadB == 0
            ? Measured.Undefined("a unit has the same count in every bin")
            : Measured.Of((double)((n * products) - (a.sum * b.sum))
                / (Math.Sqrt((double)spreadA) * Math.Sqrt((double)spreadB)));
    }

    /// <summary>How many whole bins there are between two times.</summary>
    public static long BinsOf(double start, double stop, double width) =>
        (long)Math.Max(0, Math.Floor(((stop - start) / width) + EdgeTolerance));

    /// <summary>The bin a time falls into; may lie outside of those that are counted.</summary>
    public static double BinOf(double time, double start, double width) =>
        Math.Floor(((time - start) / width) + EdgeTolerance);

    private static Int128 Spread(SpikeCounts of) => (of.Bins * of.squares) - (of.sum * of.sum);
}

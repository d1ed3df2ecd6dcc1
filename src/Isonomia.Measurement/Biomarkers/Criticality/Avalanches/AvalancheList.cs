using Isonomia.Measurement.Biomarkers.Spikes.Statistics;

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>
/// Avalanches: runs of bins that hold events, between bins that hold none (Beggs and Plenz 2003,
/// doi:10.1523/JNEUROSCI.23-35-11167.2003).
/// </summary>
public sealed class AvalancheList
{
    /// <summary>Longer ones have no profile: there are too few of each duration.</summary>
    public const int LongestProfile = 200;

    private readonly List<int> sizes = [];
    private readonly List<int> durations = [];
    private readonly double[]?[] profiles = new double[LongestProfile + 1][];
    private readonly int[] profileCounts = new int[LongestProfile + 1];
    private readonly List<int> current = [];
    private double ratios;

    /// <summary>Events in each, in order of time.</summary>
    public IReadOnlyList<int> Sizes => sizes;

    /// <summary>Bins of each.</summary>
    public IReadOnlyList<int> Durations => durations;

    /// <summary>
    /// The naive branching ratio: events in the second bin over those in the first, averaged over avalanches. NaN where
    /// there are none.
    /// </summary>
    public double NaiveBranching => ratios / sizes.Count;

    /// <summary>How many avalanches last so many bins.</summary>
    public int CountOf(int duration) => duration <= LongestProfile ? profileCounts[duration] : 0;

    /// <summary>The mean course of avalanches of so many bins: events in each bin.</summary>
    public double[] Profile(int duration) =>
        Array.ConvertAll(profiles[duration] ?? [], sum => sum / profileCounts[duration]);

    /// <summary>Cuts events into avalanches.</summary>
    /// <param name="events">When they happened, ascending.</param>
    /// <param name="start">Where the first bin begins; no event is before it.</param>
    /// <param name="width">Length of a bin, in the same unit.</param>
    public static AvalancheList Of(ReadOnlySpan<double> events, double start, double width)
    {
        var list = new AvalancheList();
        list.Add(events, start, width);
        return list;
    }

    /// <summary>Adds those of a further uninterrupted part.</summary>
    public void Add(ReadOnlySpan<double> events, double start, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        var last = long.MinValue / 2;
        foreach (var time in events)
        {
            var bin = (long)Math.Floor((time - start) / width + SpikeCounts.EdgeTolerance);
            if (bin > last + 1)
                Close();
            if (bin > last)
                current.Add(0);
            current[^1]++;
            last = bin;
        }

        Close();
    }

    private void Close()
    {
        if (current.Count == 0)
            return;
        var (size, length) = (0, current.Count);
        foreach (var count in current)
            size += count;
        sizes.Add(size);
        durations.Add(length);
        ratios += length > 1 ? (double)current[1] / current[0] : 0;
        if (length <= LongestProfile)
        {
            var profile = profiles[length] ??= new double[length];
            profileCounts[length]++;
            for (var i = 0; i < length; i++)
                profile[i] += current[i];
        }

        current.Clear();
    }
}

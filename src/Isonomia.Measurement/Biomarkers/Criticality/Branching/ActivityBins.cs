using Isonomia.Measurement.Biomarkers.Spikes.Statistics;

namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>Activity of an uninterrupted stretch of time: events in bins, kept where there are any.</summary>
public sealed class ActivityBins
{
    private ActivityBins(int length, int[] bins, int[] counts) => (Length, Bins, Counts) = (length, bins, counts);

    /// <summary>How many bins there are, empty ones included.</summary>
    public int Length { get; }

    /// <summary>The bins that hold events, ascending.</summary>
    public int[] Bins { get; }

    /// <summary>How many each holds.</summary>
    public int[] Counts { get; }

    /// <summary>Counts events.</summary>
    /// <param name="events">When they happened, ascending.</param>
    /// <param name="start">Where the first bin begins.</param>
    /// <param name="stop">Where the last whole bin ends at the latest.</param>
    /// <param name="width">Length of a bin, in the same unit.</param>
    public static ActivityBins Of(ReadOnlySpan<double> events, double start, double stop, double width)
    {
        var length = checked((int)Math.Floor((stop - start) / width + SpikeCounts.EdgeTolerance));
        var (bins, counts) = (new List<int>(), new List<int>());
        foreach (var time in events)
        {
            var bin = Math.Floor((time - start) / width + SpikeCounts.EdgeTolerance);
            if (bin < 0 || bin >= length)
                continue;
            if (bins.Count == 0 || bins[^1] != bin)
            {
                bins.Add((int)bin);
                counts.Add(0);
            }

            counts[^1]++;
        }

        return new ActivityBins(length, [.. bins], [.. counts]);
    }
}

using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Reporting.Sections;

/// <summary>Stored time: the stretches of a recording end to end, without the gaps between them.</summary>
internal sealed class StoredTime
{
    private const double Touching = 1e-3;
    private readonly RecordingMeasurement measurement;

    public StoredTime(RecordingMeasurement measurement)
    {
        this.measurement = measurement;
        var breaks = new List<Stretch>();
        for (var i = 0; i < measurement.Stretches.Count; i++)
        {
            var stretch = measurement.Stretches[i];
            var gap = i == 0 ? 0 : stretch.Onset - EndOf(measurement.Stretches[i - 1]);
            if (gap > Touching)
                breaks.Add(new Stretch(Total, gap));
            Total += stretch.Duration;
        }

        Breaks = breaks;
    }

    /// <summary>Seconds of stored signal.</summary>
    public double Total { get; }

    /// <summary>The gaps: where in stored time each lies, and how long it is in the recording's.</summary>
    public IReadOnlyList<Stretch> Breaks { get; }

    /// <summary>The stored second of a second of the recording; the nearest one for a moment inside a gap.</summary>
    public double At(double seconds)
    {
        var stored = 0.0;
        foreach (var stretch in measurement.Stretches)
        {
            if (seconds < stretch.Onset + stretch.Duration)
                return stored + Math.Max(0, seconds - stretch.Onset);
            stored += stretch.Duration;
        }

        return stored;
    }

    private static double EndOf(Stretch stretch) => stretch.Onset + stretch.Duration;
}

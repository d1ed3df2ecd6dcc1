using Isonomia.Measurement.Measuring;

namespace Isonomia.Reporting.Sections;

/// <summary>Stored time: the stretches of a recording end to end, without the gaps between them.</summary>
internal sealed class StoredTime
{
    private const double Touching = 1e-3;
    private readonly RecordingMeasurement measurement;

    public StoredTime(RecordingMeasurement measurement)
    {
        this.measurement = measurement;
        var breaks = new List<(double, double)>();
        for (var i = 0; i < measurement.Stretches.Count; i++)
        {
            var stretch = measurement.Stretches[i];
            if (i > 0 && stretch.Onset - measurement.Stretches[i - 1].Onset - measurement.Stretches[i - 1].Duration is var gap
                && gap > Touching)
                breaks.Add((Total, gap));
            Total += stretch.Duration;
        }

        Breaks = breaks;
    }

    /// <summary>Seconds of stored signal.</summary>
    public double Total { get; }

    /// <summary>Where stretches meet, in stored seconds, and how long the gap there is.</summary>
    public IReadOnlyList<(double At, double Gap)> Breaks { get; }

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
}

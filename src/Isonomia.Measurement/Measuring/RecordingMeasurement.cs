using Isonomia.Measurement.Assays;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Measuring;

/// <summary>Everything that was found in one recording: what JSON, TSV and the report are made from.</summary>
/// <param name="Recording">What the file said.</param>
/// <param name="DurationSeconds">From the first sample to the end of the last, gaps included.</param>
/// <param name="Stretches">The uninterrupted parts.</param>
/// <param name="Channels">The channels that were considered, in file order.</param>
/// <param name="Steps">The preprocessing, in order.</param>
/// <param name="Rejected">The parts that were not measured.</param>
/// <param name="Provenance">How to repeat it.</param>
public sealed record RecordingMeasurement(
    RecordingHeader Recording,
    double DurationSeconds,
    IReadOnlyList<Stretch> Stretches,
    IReadOnlyList<ChannelMeasurement> Channels,
    IReadOnlyList<PreprocessingStep> Steps,
    IReadOnlyList<RejectedSegment> Rejected,
    Provenance Provenance)
{
    /// <summary>What was found in the spikes, population by population; empty where there are none.</summary>
    public IReadOnlyList<PopulationMeasurement> Populations { get; init; } = [];

    /// <summary>What was found in the signals as a whole.</summary>
    public WholeMeasurement Whole { get; init; } = WholeMeasurement.None;

    /// <summary>What was found window by window; empty unless that was asked for.</summary>
    public IReadOnlyList<WindowMeasurement> Windows { get; init; } = [];

    /// <summary>What other files say of the same person: spectroscopy, stimulation.</summary>
    public IReadOnlyList<AssayMeasurement> Beside { get; init; } = [];
}

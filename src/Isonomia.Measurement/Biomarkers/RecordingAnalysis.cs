using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>
/// A recording under measurement as a whole: its good channels of one type and clock (the type most of them have),
/// with what a biomarker took from each.
/// </summary>
/// <param name="channels">The channels, in file order; at least one.</param>
/// <param name="settings">The settings.</param>
/// <param name="events">What is marked in the recording.</param>
/// <param name="threads">How many threads may be used; results must not depend on it.</param>
/// <param name="cancel">To be looked at by what takes long.</param>
public sealed class RecordingAnalysis(
    IReadOnlyList<AnalysedChannel> channels,
    MeasureSettings settings,
    IReadOnlyList<RecordingEvent> events,
    int threads,
    CancellationToken cancel)
{
    /// <summary>The channels, in file order.</summary>
    public IReadOnlyList<AnalysedChannel> Channels { get; } = channels;

    /// <summary>Samples per second after any resampling, in Hz.</summary>
    public double SamplingRate => Channels[0].SamplingRate;

    /// <summary>Samples of each channel.</summary>
    public int Samples => Channels[0].Samples;

    /// <summary>The uninterrupted parts, of all channels alike.</summary>
    public IReadOnlyList<SampleRange> Continuous => Channels[0].Continuous;

    /// <summary>What is marked in the recording, by onset.</summary>
    public IReadOnlyList<RecordingEvent> Events { get; } = events;

    /// <summary>The settings.</summary>
    public MeasureSettings Settings { get; } = settings;

    /// <summary>How many threads may be used; results must not depend on it.</summary>
    public int Threads { get; } = threads;

    /// <summary>To be looked at by what takes long.</summary>
    public CancellationToken Cancel { get; } = cancel;

    /// <summary>The value of a setting.</summary>
    public T Get<T>(Setting<T> setting)
        where T : notnull => Settings.Get(setting);
}

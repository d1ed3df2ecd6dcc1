using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>A biomarker of a recording as a whole, with the type of what it takes from each channel.</summary>
/// <typeparam name="TPart">What is taken from a channel.</typeparam>
public abstract class RecordingBiomarker<TPart> : IRecordingBiomarker
    where TPart : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract BiomarkerDefinition Definition { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<Setting> Settings { get; }

    /// <inheritdoc/>
    public virtual bool AppliesTo(MeasureSettings settings) => true;

    /// <inheritdoc/>
    object IRecordingBiomarker.Extract(ChannelAnalysis channel) => Take(channel);

    /// <inheritdoc/>
    BiomarkerResult IRecordingBiomarker.Measure(RecordingAnalysis recording) =>
        Measure(recording, [.. recording.Channels.Select(c => (TPart)c.Part)]);

    /// <summary>Takes what is needed from a channel; see <see cref="IRecordingBiomarker.Extract"/>.</summary>
    protected abstract TPart Take(ChannelAnalysis channel);

    /// <summary>Measures the recording.</summary>
    /// <param name="recording">The recording: its channels, settings and events.</param>
    /// <param name="parts">What was taken from each, in the order of <see cref="RecordingAnalysis.Channels"/>.</param>
    protected abstract BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<TPart> parts);
}

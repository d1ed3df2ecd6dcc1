using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>
/// A number or curve computed from all channels of a recording at once: avalanches across sensors, connectivity,
/// synchrony. Adding one is adding a class that derives from <see cref="RecordingBiomarker{TPart}"/> and a line in
/// <see cref="BiomarkerLibrary"/>.
/// </summary>
/// <remarks>
/// Channels are read one at a time and dropped after they were measured, so that a day of a hundred channels need not
/// be held. A biomarker therefore takes from each what it needs (the times of events, a band's phase at a lower rate),
/// and measures when it has that of all.
/// </remarks>
public interface IRecordingBiomarker : IBiomarkerDescription
{
    /// <summary>
    /// Takes what it needs from a channel. Called once for every channel, on any thread, several at a time; what is
    /// returned is kept until all channels are read, so it should be much smaller than the signal where recordings can
    /// be long.
    /// </summary>
    object Extract(ChannelAnalysis channel);

    /// <summary>
    /// Measures the recording from what was taken from its channels. What cannot be computed is reported as undefined
    /// with a reason.
    /// </summary>
    BiomarkerResult Measure(RecordingAnalysis recording);

    /// <summary>
    /// Whether settings say what it needs to know. One that was not asked for by name is left out where they do not;
    /// measured all the same, it says what is missing.
    /// </summary>
    bool AppliesTo(MeasureSettings settings) => true;
}

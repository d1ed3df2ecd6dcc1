namespace Isonomia.Measurement.Biomarkers;

/// <summary>
/// A number or curve computed from one channel that is held to track the balance of excitation and inhibition. Adding
/// one is adding a class that implements this and a line in <see cref="BiomarkerLibrary"/>.
/// </summary>
public interface IBiomarker : IBiomarkerDescription
{
    /// <summary>
    /// Measures one channel. What cannot be computed is reported as undefined with a reason; nothing is thrown for
    /// signals that are short, flat or broken.
    /// </summary>
    BiomarkerResult Measure(ChannelAnalysis channel);

    /// <summary>
    /// Whether the channel has what the biomarker is about, such as stimuli. One that was not asked for by name is left
    /// out where it has not; measured all the same, it says what is missing.
    /// </summary>
    bool AppliesTo(ChannelAnalysis channel) => true;
}

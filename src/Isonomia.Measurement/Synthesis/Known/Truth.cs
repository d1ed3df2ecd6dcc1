using Isonomia.Measurement.Synthesis.Disturbing;

namespace Isonomia.Measurement.Synthesis.Known;

/// <summary>
/// What a measurement of a virtual individual's recording should find, in the mixture that the electrodes see, outside
/// the artefacts. The recording is referenced to the average of its good electrodes, so that taking this average
/// again changes nothing here.
/// </summary>
/// <param name="Exponent">The aperiodic exponent, the same at every good electrode.</param>
/// <param name="KneeHz">The knee frequency, in Hz; null where there is none.</param>
/// <param name="Electrodes">What each electrode carries, in the recording's order.</param>
/// <param name="Rhythms">The rhythms as they were described: frequency and long-range correlation do not depend on the
/// electrode.</param>
/// <param name="BadElectrode">The electrode to be set aside, if any.</param>
/// <param name="LineFrequencyHz">The mains frequency, in Hz, if there is hum.</param>
/// <param name="Artefacts">What disturbs the recording, by onset.</param>
public sealed record Truth(
    double Exponent,
    double? KneeHz,
    IReadOnlyList<ElectrodeTruth> Electrodes,
    IReadOnlyList<Rhythm> Rhythms,
    string? BadElectrode,
    double? LineFrequencyHz,
    IReadOnlyList<Artefact> Artefacts)
{
    /// <summary>What an electrode carries, by name.</summary>
    /// <exception cref="ArgumentException">There is no such electrode.</exception>
    public ElectrodeTruth this[string electrode] => Electrodes.FirstOrDefault(e => e.Name == electrode)
        ?? throw new ArgumentException($"there is no electrode '{electrode}'", nameof(electrode));
}

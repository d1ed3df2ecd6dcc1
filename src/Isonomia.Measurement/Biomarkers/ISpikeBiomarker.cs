using Isonomia.Measurement.Biomarkers.Spikes;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>
/// A number or curve computed from the spike trains of a population, recorded or simulated. Adding one is adding a
/// class that implements this and a line in <see cref="BiomarkerLibrary"/>.
/// </summary>
public interface ISpikeBiomarker : IBiomarkerDescription
{
    /// <summary>
    /// Measures one population. What cannot be computed is reported as undefined with a reason; nothing is thrown for
    /// units that are silent or recordings that are short.
    /// </summary>
    BiomarkerResult Measure(SpikeAnalysis population);
}

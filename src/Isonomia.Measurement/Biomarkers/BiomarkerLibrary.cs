using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Complexity;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>The biomarkers there are, in the order in which they are reported.</summary>
public static class BiomarkerLibrary
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBiomarker> All { get; } =
    [
        new SpectrumBiomarker(),
        new BandPowerBiomarker(),
        new IndividualAlphaBiomarker(),
        new AperiodicBiomarker(),
        new IrasaBiomarker(),
        new TimescaleBiomarker(),
        new GammaSlopeBiomarker(),
        new DetrendedFluctuationBiomarker(),
        new FunctionalRatioBiomarker(),
        new LempelZivBiomarker(),
        new SampleEntropyBiomarker(),
        new MultiscaleEntropyBiomarker(),
        new PermutationEntropyBiomarker(),
        new SpectralEntropyBiomarker(),
    ];

    /// <summary>Everything that can be set for them.</summary>
    public static IEnumerable<Setting> Settings => All.SelectMany(b => b.Settings).DistinctBy(s => s.Key);
}

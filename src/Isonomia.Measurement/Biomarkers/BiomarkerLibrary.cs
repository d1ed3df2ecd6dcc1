using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Clamp;
using Isonomia.Measurement.Biomarkers.Complexity;
using Isonomia.Measurement.Biomarkers.Criticality.Avalanches;
using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Measurement.Biomarkers.Evoked;
using Isonomia.Measurement.Biomarkers.Hurst;
using Isonomia.Measurement.Biomarkers.Rhythms;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Biomarkers.Timescales;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>The biomarkers there are, in the order in which they are reported.</summary>
public static class BiomarkerLibrary
{
    private static readonly AvalancheBiomarker Avalanches = new();
    private static readonly BranchingBiomarker Branching = new();

    /// <summary>Those of a channel's signal.</summary>
    public static IReadOnlyList<IBiomarker> All { get; } =
    [
        new SpectrumBiomarker(),
        new BandPowerBiomarker(),
        new IndividualAlphaBiomarker(),
        new AperiodicBiomarker(),
        new IrasaBiomarker(),
        new TimescaleBiomarker(),
        new AutocorrelationBiomarker(),
        new HurstBiomarker(),
        new GammaSlopeBiomarker(),
        new DetrendedFluctuationBiomarker(),
        new FunctionalRatioBiomarker(),
        new BurstBiomarker(),
        new PhaseAmplitudeBiomarker(),
        new TrialCoherenceBiomarker(),
        new SteadyStateBiomarker(),
        new PulseComponentsBiomarker(),
        new MotorResponseBiomarker(),
        new LempelZivBiomarker(),
        new SampleEntropyBiomarker(),
        new MultiscaleEntropyBiomarker(),
        new PermutationEntropyBiomarker(),
        new SpectralEntropyBiomarker(),
    ];

    /// <summary>Those of a population's spikes.</summary>
    public static IReadOnlyList<ISpikeBiomarker> Spikes { get; } =
    [
        new SpikeRateBiomarker(),
        new SpikeIntervalsBiomarker(),
        new FanoFactorBiomarker(),
        new SpikeCorrelationBiomarker(),
        new SpikeTilingBiomarker(),
        new SpikeSynchronyBiomarker(),
        new PopulationRhythmBiomarker(),
        new SpikeTimescaleBiomarker(),
        Avalanches,
        Branching,
    ];

    /// <summary>Those of all channels of a recording at once.</summary>
    public static IReadOnlyList<IRecordingBiomarker> Recordings { get; } =
    [
        new SynchronyBiomarker(),
        new PhaseOrderBiomarker(),
        new ConductanceBiomarker(),
        new ComplexityIndexBiomarker(),
        Avalanches,
        Branching,
    ];

    /// <summary>All of them; one that is of signals and of spikes once.</summary>
    public static IReadOnlyList<IBiomarkerDescription> Descriptions { get; } =
        [.. All.Concat<IBiomarkerDescription>(Recordings).Concat(Spikes).Distinct()];

    /// <summary>Everything that can be set for them.</summary>
    public static IEnumerable<Setting> Settings => Descriptions.SelectMany(b => b.Settings).DistinctBy(s => s.Key);
}

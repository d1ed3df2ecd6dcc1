namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>What pair measures are called, and what they are.</summary>
public static class PairMeasures
{
    /// <summary>All of them, in the order of the output.</summary>
    public static IReadOnlyList<PairMeasure> All { get; } = Enum.GetValues<PairMeasure>();

    /// <summary>Those that follow from cross-spectra.</summary>
    public static IReadOnlyList<PairMeasure> Spectral { get; } =
        [.. All.Where(m => m != PairMeasure.AmplitudeCorrelation)];

    /// <summary>The name in JSON and TSV.</summary>
    public static string Name(this PairMeasure measure) => measure switch
    {
        PairMeasure.Coherence => "coherence",
        PairMeasure.ImaginaryCoherence => "imaginary_coherence",
        PairMeasure.PhaseLocking => "plv",
        PairMeasure.PairwiseConsistency => "ppc",
        PairMeasure.LagIndex => "pli",
        PairMeasure.WeightedLagIndex => "wpli",
        PairMeasure.DebiasedWeightedLagIndex => "wpli_debiased",
        _ => "amplitude_correlation",
    };

    /// <summary>What it is, in a few words.</summary>
    public static string Meaning(this PairMeasure measure) => measure switch
    {
        PairMeasure.Coherence => "|<Sxy>| / sqrt(<Sxx><Syy>), 0 to 1; sensitive to volume conduction and to amplitude",
        PairMeasure.ImaginaryCoherence => "Im<Sxy> / sqrt(<Sxx><Syy>), -1 to 1; positive where the first channel leads",
        PairMeasure.PhaseLocking => "phase locking value |<Sxy/|Sxy|>|, 0 to 1; about 0.9/sqrt(epochs) without any locking",
        PairMeasure.PairwiseConsistency => "pairwise phase consistency: PLV squared without the bias of few epochs",
        PairMeasure.LagIndex => "phase lag index |<sign Im Sxy>|, 0 to 1; blind to volume conduction",
        PairMeasure.WeightedLagIndex => "weighted phase lag index |<Im Sxy>| / <|Im Sxy|>, 0 to 1; blind to volume conduction",
        PairMeasure.DebiasedWeightedLagIndex => "weighted phase lag index squared without the bias of few epochs",
        _ => "correlation of log power after each channel has been made orthogonal to the other (Hipp et al. 2012)",
    };
}

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>How closely two channels keep step in a band. The order is that of the output.</summary>
public enum PairMeasure
{
    /// <summary>|&lt;S&gt;| / sqrt(&lt;Sxx&gt;&lt;Syy&gt;).</summary>
    Coherence,

    /// <summary>Im &lt;S&gt; / sqrt(&lt;Sxx&gt;&lt;Syy&gt;); positive where the first channel leads.</summary>
    ImaginaryCoherence,

    /// <summary>Phase locking value, |&lt;S/|S|&gt;|.</summary>
    PhaseLocking,

    /// <summary>Pairwise phase consistency, (n PLV^2 - 1)/(n - 1): without the bias of few epochs.</summary>
    PairwiseConsistency,

    /// <summary>Phase lag index, |&lt;sign Im S&gt;|.</summary>
    LagIndex,

    /// <summary>Weighted phase lag index, |&lt;Im S&gt;| / &lt;|Im S|&gt;.</summary>
    WeightedLagIndex,

    /// <summary>The square of the weighted phase lag index without the bias of few epochs.</summary>
    DebiasedWeightedLagIndex,

    /// <summary>Correlation of the logarithms of power, each channel made orthogonal to the other.</summary>
    AmplitudeCorrelation,
}

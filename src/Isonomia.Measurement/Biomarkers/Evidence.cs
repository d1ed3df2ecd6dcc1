namespace Isonomia.Measurement.Biomarkers;

/// <summary>How well a statement is supported. It travels with every number derived from it, to the report.</summary>
public enum Evidence
{
    /// <summary>Replicated in humans, or a model's defining result.</summary>
    Strong,

    /// <summary>Several studies, not all in agreement or not in humans.</summary>
    Moderate,

    /// <summary>A single study, or indirect.</summary>
    Weak,

    /// <summary>An argument, not a finding.</summary>
    Speculative,
}

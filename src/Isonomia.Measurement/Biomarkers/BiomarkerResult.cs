using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>What one biomarker found on one channel: typed for the report, and as a tree for JSON and TSV.</summary>
public abstract record BiomarkerResult
{
    /// <summary>What the reader should be wary of in this result.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The result as it appears in the output.</summary>
    public abstract Reading ToReading();
}

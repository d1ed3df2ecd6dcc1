using Isonomia.Measurement.Measuring;

namespace Isonomia.Measurement.Assays;

/// <summary>
/// What was found in a file that holds no recording: a spectrum of metabolites, a table of concentrations or responses.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Format">What it is, as <c>Philips SDAT/SPAR</c>.</param>
/// <param name="Findings">What was found, participant by participant.</param>
/// <param name="Provenance">How to repeat it.</param>
public sealed record AssayMeasurement(
    string Path, string Format, IReadOnlyList<AssayFinding> Findings, Provenance Provenance)
{
    /// <summary>Curves to draw.</summary>
    public IReadOnlyList<AssayCurve> Curves { get; init; } = [];

    /// <summary>What was odd in the file but could be lived with.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

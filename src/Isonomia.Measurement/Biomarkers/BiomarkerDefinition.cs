namespace Isonomia.Measurement.Biomarkers;

/// <summary>What a biomarker is, in words: shown in help, in the TSV's sidecar and in the report.</summary>
/// <param name="Title">Its name in the literature.</param>
/// <param name="Formula">How it is computed, in one line.</param>
/// <param name="MoreExcitation">Which way more excitation moves it.</param>
/// <param name="Evidence">How sure that direction is.</param>
/// <param name="Source">The paper that defines it, with DOI.</param>
/// <param name="Caution">What makes it misleading.</param>
public sealed record BiomarkerDefinition(
    string Title,
    string Formula,
    Direction MoreExcitation,
    Evidence Evidence,
    string Source,
    string Caution)
{
    /// <summary>Short meanings of the quantities it reports, by their name in the output.</summary>
    public IReadOnlyDictionary<string, string> Quantities { get; init; } = new Dictionary<string, string>();
}

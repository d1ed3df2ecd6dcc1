namespace Isonomia.Restoration.Catalogue;

/// <summary>What a condition or an intervention is known, or expected, to do to a biomarker.</summary>
/// <param name="Biomarker">The biomarker.</param>
/// <param name="Direction">Where it goes.</param>
/// <param name="Size">How far, in words: "Hedges g -0.58".</param>
/// <param name="Model">The model in which it must show; null where none here can tell.</param>
/// <param name="Grounds">What it stands on.</param>
public sealed record Signature(
    string Biomarker, Direction Direction, string? Size, string? Model, Grounds Grounds);

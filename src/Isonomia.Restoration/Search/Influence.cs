namespace Isonomia.Restoration.Search;

/// <summary>Something uncertain and what hangs on it.</summary>
/// <param name="Of">What is uncertain: a parameter of the person, or the effect of an intervention.</param>
/// <param name="Size">
/// A share of variance from 0 to 1, or a gain in expected distance, as the place says where it stands.
/// </param>
public sealed record Influence(string Of, double Size);

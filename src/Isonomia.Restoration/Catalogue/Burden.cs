namespace Isonomia.Restoration.Catalogue;

/// <summary>What an intervention costs the person, as a number that can be weighed.</summary>
/// <param name="Value">From 0, none, to 1, as much as anyone would bear, at the typical dose.</param>
/// <param name="Why">What it consists of.</param>
/// <param name="Grounds">What it stands on; the number itself is a judgement.</param>
public sealed record Burden(double Value, string Why, Grounds Grounds);

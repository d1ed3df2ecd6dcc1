namespace Isonomia.Restoration.Catalogue;

/// <summary>A hypothesis of what is displaced in a disorder or state: parameters away from the healthy model.</summary>
public sealed record Condition : CatalogueEntry
{
    /// <summary>The disorder or state that it may explain.</summary>
    public required string Disorder { get; init; }

    /// <summary>When in life it begins and how it goes on.</summary>
    public required string Timing { get; init; }
}

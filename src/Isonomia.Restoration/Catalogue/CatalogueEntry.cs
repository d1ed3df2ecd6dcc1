using System.Collections.Immutable;

namespace Isonomia.Restoration.Catalogue;

/// <summary>Something in the catalogue: a condition, an intervention, or an evidence card.</summary>
public abstract record CatalogueEntry
{
    /// <summary>Its name: "nmda-hypofunction-ei".</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is and what is disputed about it.</summary>
    public required string Summary { get; init; }

    /// <summary>What it stands on as a whole.</summary>
    public required Grounds Grounds { get; init; }

    /// <summary>Names of entries that hold the contrary: shown beside it, never merged with it.</summary>
    public ImmutableArray<string> Rivals { get; init; } = [];

    /// <summary>The changes of the tissue, in words and numbers, before any model.</summary>
    public ImmutableArray<Change> Mechanism { get; init; } = [];

    /// <summary>What it is in the models it is defined for.</summary>
    public ImmutableArray<ModelMapping> Models { get; init; } = [];

    /// <summary>What it does to biomarkers.</summary>
    public ImmutableArray<Signature> Signatures { get; init; } = [];

    /// <summary>What it is in a model; null where it is not defined there.</summary>
    /// <param name="model">The model's name.</param>
    public ModelMapping? In(string model) => Models.FirstOrDefault(m => m.Model == model);
}

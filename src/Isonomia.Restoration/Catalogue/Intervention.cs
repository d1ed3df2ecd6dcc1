using System.Collections.Immutable;

namespace Isonomia.Restoration.Catalogue;

/// <summary>A dosed change of parameters: a drug, stimulation, training, diet, a way of life.</summary>
public sealed record Intervention : CatalogueEntry
{
    /// <summary>"drug", "stimulation", "diet" or "lifestyle".</summary>
    public required string Kind { get; init; }

    /// <summary>How much, and how the effect grows with it.</summary>
    public required Dosing Dosing { get; init; }

    /// <summary>How it comes and goes; null for what is no drug.</summary>
    public Pharmacokinetics? Pharmacokinetics { get; init; }

    /// <summary>How the effect builds up and wears off.</summary>
    public EffectCourse Course { get; init; } = EffectCourse.Immediate;

    /// <summary>The person's cost.</summary>
    public required Burden Burden { get; init; }

    /// <summary>Conditions that it undoes and beyond which it does nothing; empty where it acts on everybody.</summary>
    public ImmutableArray<string> OnlyFor { get; init; } = [];

    /// <summary>Whether it does anything in a person.</summary>
    /// <param name="condition">The person's condition by name; null where none is known.</param>
    public bool ActsOn(string? condition) => OnlyFor.IsEmpty || (condition is not null && OnlyFor.Contains(condition));

    /// <summary>Who must not have it.</summary>
    public ImmutableArray<string> Contraindications { get; init; } = [];
}

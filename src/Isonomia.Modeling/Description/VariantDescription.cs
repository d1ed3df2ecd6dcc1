using System.Collections.Immutable;

namespace Isonomia.Modeling.Description;

/// <summary>
/// A named version of a model: the model with some parameters, initial values or the input changed, such as the
/// firing patterns of one cell model. It is asked for as MODEL:VARIANT.
/// </summary>
public sealed record VariantDescription
{
    /// <summary>Its name.</summary>
    public required ModelText Name { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The paper it comes from, where that is not the model's.</summary>
    public string? Source { get; init; }

    /// <summary>The parameters it changes.</summary>
    public ImmutableArray<NamedText> Parameters { get; init; } = [];

    /// <summary>Equations in place of the model's.</summary>
    public ModelText? Equations { get; init; }

    /// <summary>The initial values it changes.</summary>
    public ImmutableArray<NamedText> Initial { get; init; } = [];

    /// <summary>The input it changes.</summary>
    public ModelText? Input { get; init; }

    /// <summary>The integrator it changes.</summary>
    public ModelText? Integrator { get; init; }

    /// <summary>The time step it changes.</summary>
    public ModelText? Dt { get; init; }

    /// <summary>The duration it changes.</summary>
    public ModelText? Duration { get; init; }

    /// <summary>Tests that it must pass.</summary>
    public ImmutableArray<TestDescription> Tests { get; init; } = [];
}

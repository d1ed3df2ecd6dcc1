using System.Collections.Immutable;

namespace Isonomia.Modeling.Description;

/// <summary>A test that a model must pass, as written: an experiment and what is expected of it.</summary>
public sealed record TestDescription
{
    /// <summary>Where the expected numbers come from.</summary>
    public string? Source { get; init; }

    /// <summary>The current I_ext of a cell, an expression of t; null for the model's own input.</summary>
    public ModelText? Input { get; init; }

    /// <summary>The times at which spikes reach a receptor.</summary>
    public ImmutableArray<ModelText> Events { get; init; } = [];

    /// <summary>The weight of a receptor's synapse.</summary>
    public ModelText? Weight { get; init; }

    /// <summary>The membrane potential at which a receptor is held.</summary>
    public ModelText? Potential { get; init; }

    /// <summary>Parameters that are changed for the test.</summary>
    public ImmutableArray<NamedText> Parameters { get; init; } = [];

    /// <summary>Initial values that are changed for the test.</summary>
    public ImmutableArray<NamedText> Initial { get; init; } = [];

    /// <summary>How long it runs.</summary>
    public required ModelText Duration { get; init; }

    /// <summary>The time before which nothing counts.</summary>
    public ModelText? After { get; init; }

    /// <summary>The time step.</summary>
    public ModelText? Dt { get; init; }

    /// <summary>What is expected.</summary>
    public ImmutableArray<ExpectationDescription> Expectations { get; init; } = [];
}

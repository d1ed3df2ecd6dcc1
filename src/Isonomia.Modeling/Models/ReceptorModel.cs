using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;

namespace Isonomia.Modeling.Models;

/// <summary>
/// A receptor model, resolved and checked on a cell that it is put on: equations of its states, the current I_syn that
/// it gives to its target (where it defines one), and what spikes do. Variables that it does not define itself belong
/// to the target cell ("v", or "v_post") or to the source cell ("v_pre"); `w` is the synapse's weight.
/// </summary>
public sealed record ReceptorModel
{
    /// <summary>Its name: "ampa".</summary>
    public required string Name { get; init; }

    /// <summary>What sort of model it is, for people.</summary>
    public string? Kind { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The paper it comes from, with its DOI.</summary>
    public string? Source { get; init; }

    /// <summary>Its parameters, in the order written; each value uses only constants and parameters.</summary>
    public required ImmutableArray<ModelParameter> Parameters { get; init; }

    /// <summary>Its equations; variables of the target and source cell are inputs of it.</summary>
    public required EquationSystem Equations { get; init; }

    /// <summary>What a presynaptic spike does, in order.</summary>
    public ImmutableArray<Assignment> OnPre { get; init; } = [];

    /// <summary>What a postsynaptic spike does, in order.</summary>
    public ImmutableArray<Assignment> OnPost { get; init; } = [];

    /// <summary>Where its state lives.</summary>
    public StateLocation State { get; init; }

    /// <summary>The weight `w` of a synapse; its dimension follows from what spikes do with it.</summary>
    public required Symbol Weight { get; init; }

    /// <summary>Initial values of its states; a state that is not named starts at zero.</summary>
    public ImmutableSortedDictionary<string, Expression> Initial { get; init; } =
        ImmutableSortedDictionary.Create<string, Expression>(StringComparer.Ordinal);

    /// <summary>How its equations are stepped.</summary>
    public IntegrationMethod Integrator { get; init; }

    /// <summary>Tests that it must pass.</summary>
    public ImmutableArray<ModelTest> Tests { get; init; } = [];
}

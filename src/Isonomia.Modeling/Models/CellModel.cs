using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;

namespace Isonomia.Modeling.Models;

/// <summary>
/// A cell model, resolved and checked: equations, threshold, reset, refractoriness, initial values. It is complete: all
/// names are known and all dimensions right. Parameters stay symbols; their values are bound when it is run.
/// </summary>
public sealed record CellModel
{
    /// <summary>Its name: "adaptive-exponential".</summary>
    public required string Name { get; init; }

    /// <summary>What sort of model it is, for people: "conductance-based".</summary>
    public string? Kind { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The paper it comes from, with its DOI.</summary>
    public string? Source { get; init; }

    /// <summary>Its parameters, in the order written; each value uses only constants and parameters.</summary>
    public required ImmutableArray<ModelParameter> Parameters { get; init; }

    /// <summary>Its equations.</summary>
    public required EquationSystem Equations { get; init; }

    /// <summary>The condition under which it spikes; null for a cell that never does.</summary>
    public Expression? Threshold { get; init; }

    /// <summary>What happens to its variables at a spike, in order.</summary>
    public ImmutableArray<Assignment> Reset { get; init; } = [];

    /// <summary>
    /// How long it stays refractory after a spike (a time), or the condition while which it does (boolean); null
    /// without refractoriness.
    /// </summary>
    public Expression? Refractory { get; init; }

    /// <summary>
    /// The initial values of states and of parameters declared in the equations, in terms of parameters and built-ins:
    /// other states and subexpressions have been put in. Draws in them are new for each cell; a draw of a name is the
    /// same in all of them. A state that is not named starts at zero.
    /// </summary>
    public ImmutableSortedDictionary<string, Expression> Initial { get; init; } =
        ImmutableSortedDictionary.Create<string, Expression>(StringComparer.Ordinal);

    /// <summary>
    /// The current I_ext, of parameters and built-ins, when the model is run alone and nothing else is asked for; null
    /// for none.
    /// </summary>
    public Expression? Input { get; init; }

    /// <summary>How its equations are stepped.</summary>
    public IntegrationMethod Integrator { get; init; }

    /// <summary>The time step it asks for, in seconds; null to leave it to the run.</summary>
    public double? Dt { get; init; }

    /// <summary>The duration it asks for, in seconds; null to leave it to the run.</summary>
    public double? Duration { get; init; }

    /// <summary>The seed it asks for; null to leave it to the run.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Tests that it must pass.</summary>
    public ImmutableArray<ModelTest> Tests { get; init; } = [];
}

using System.Collections.Immutable;

namespace Isonomia.Simulation.Reference;

/// <summary>What a reference run is given besides the cell model.</summary>
public sealed record ReferenceOptions
{
    /// <summary>How long, in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>Error of a step relative to the largest magnitude that the state has had.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>
    /// Values in SI base units that replace those of the model: of parameters, and initial values of states.
    /// </summary>
    public ImmutableDictionary<string, double> Values { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Inputs and parameters that are functions of time (second to SI base units); other inputs are zero.</summary>
    public ImmutableDictionary<string, Func<double, double>> Inputs { get; init; } =
        ImmutableDictionary<string, Func<double, double>>.Empty;

    /// <summary>Times at which inputs jump, in seconds: steps end there.</summary>
    public ImmutableArray<double> Jumps { get; init; } = [];

    /// <summary>The times at which variables are recorded, in seconds, rising.</summary>
    public ImmutableArray<double> SampleTimes { get; init; } = [];

    /// <summary>What is recorded: states, subexpressions, parameters; the states unless said otherwise.</summary>
    public ImmutableArray<string> Recorded { get; init; } = [];

    /// <summary>The value that the built-in dt has in equations that use it, in seconds.</summary>
    public double Dt { get; init; } = 1e-4;

    /// <summary>Steps after which a run is given up.</summary>
    public long MaximumSteps { get; init; } = 100_000_000;
}

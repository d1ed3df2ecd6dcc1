using System.Collections.Immutable;
using Isonomia.Modeling.Fields.Networks;
using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Fields.Forward;

namespace Isonomia.Simulation.Fields.Running;

/// <summary>How a field is run.</summary>
public sealed record FieldRunSettings
{
    /// <summary>No parameter with values of its own for each region.</summary>
    public static ImmutableSortedDictionary<string, double[]> None { get; } =
        ImmutableSortedDictionary.Create<string, double[]>(StringComparer.Ordinal);

    /// <summary>How long, in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>The time step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>The seed of all randomness.</summary>
    public ulong Seed { get; init; }

    /// <summary>How regions are connected; null for regions that do not reach each other.</summary>
    public Connectome? Connectome { get; init; }

    /// <summary>The velocity of conduction along tracts, in metres a second; infinite for none of a delay.</summary>
    public double Speed { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// The number of regions without a connectome; with one, how often the network is run side by side.
    /// </summary>
    public int Copies { get; init; } = 1;

    /// <summary>Parameters with a value for each region (of each copy, one behind the other), in SI base units.</summary>
    public ImmutableSortedDictionary<string, double[]> Regional { get; init; } = None;

    /// <summary>The variables to record besides the output; the states where there is no output.</summary>
    public ImmutableArray<string> Probes { get; init; } = [];

    /// <summary>The interval between records in seconds; a step unless given.</summary>
    public double? Every { get; init; }

    /// <summary>How BOLD is made of it; null for none.</summary>
    public BoldSettings? Bold { get; init; }

    /// <summary>What the output of regions gives at sensors; null for none.</summary>
    public LeadField? LeadField { get; init; }

    /// <summary>How equations are stepped.</summary>
    public IntegrationMethod Integrator { get; init; }

    /// <summary>The number of steps.</summary>
    public long Steps => (long)Math.Round(Duration / Dt);
}

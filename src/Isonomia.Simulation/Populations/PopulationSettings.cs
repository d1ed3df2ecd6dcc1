using System.Collections.Immutable;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Populations;

/// <summary>How a population is run.</summary>
public sealed record PopulationSettings
{
    internal static readonly ImmutableSortedDictionary<string, double> NoQuanta =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    internal static readonly ImmutableSortedDictionary<string, double[]> NoParameters =
        ImmutableSortedDictionary.Create<string, double[]>(StringComparer.Ordinal);

    /// <summary>Its name in outputs; part of the key of its random draws.</summary>
    public string Name { get; init; } = "cells";

    /// <summary>The time step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>The run's seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>The numbers in which states are kept and stepped.</summary>
    public Precision Precision { get; init; }

    /// <summary>How many cells are stepped at once; the results do not depend on it.</summary>
    public LaneWidth Width { get; init; }

    /// <summary>
    /// Values of parameters in SI base units, instead of the model's: one for all cells, or one for each cell.
    /// </summary>
    public ImmutableSortedDictionary<string, double[]> Parameters { get; init; } = NoParameters;

    /// <summary>
    /// What one unit of a port's sum is worth, in SI base units, by the port's name; needed for those that the
    /// code was compiled with.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Quanta { get; init; } = NoQuanta;

    /// <summary>Inputs (I_syn, I_ext) that are supplied, by writing their arrays before each step.</summary>
    public ImmutableSortedSet<string> Inputs { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}

using System.Collections.Immutable;
using Isonomia.Measurement.Formats.Spikes;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>What an NWB file of a simulation holds.</summary>
/// <param name="Identifier">A text that no other file has, except one of the same content.</param>
/// <param name="Description">What was simulated, in words.</param>
/// <param name="Notes">How, in words: command, version, seed.</param>
public sealed record NwbSession(string Identifier, string Description, string Notes)
{
    /// <summary>The spikes of populations; their cells become units.</summary>
    public ImmutableArray<PopulationSpikes> Populations { get; init; } = [];

    /// <summary>What was recorded over time.</summary>
    public ImmutableArray<NwbSeries> Series { get; init; } = [];
}

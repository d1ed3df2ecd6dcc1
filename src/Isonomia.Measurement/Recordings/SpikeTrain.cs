namespace Isonomia.Measurement.Recordings;

/// <summary>The spike times of one unit.</summary>
/// <param name="Unit">The unit's name.</param>
/// <param name="Times">Spike times in seconds from the start of the recording, ascending.</param>
public sealed record SpikeTrain(string Unit, double[] Times)
{
    /// <summary>What the units of one recording are called together where nothing divides them.</summary>
    public const string OnePopulation = "all";

    /// <summary>The population the unit belongs to.</summary>
    public string Population { get; init; } = OnePopulation;
}

namespace Isonomia.Measurement.Together;

/// <summary>What a marker was measured of.</summary>
public enum MarkerScope
{
    /// <summary>Of each good channel.</summary>
    Channels,

    /// <summary>Of all channels at once.</summary>
    Recording,

    /// <summary>Of the spikes of a population.</summary>
    Population,
}

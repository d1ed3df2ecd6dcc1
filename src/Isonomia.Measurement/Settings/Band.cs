namespace Isonomia.Measurement.Settings;

/// <summary>A named frequency band, in Hz, both ends included.</summary>
public sealed record Band(string Name, Interval Range)
{
    /// <summary>
    /// The usual bands of human EEG (delta 1-4, theta 4-8, alpha 8-13, beta 13-30, gamma 30-45 Hz). Neighbours share
    /// their edges, as in most of the literature.
    /// </summary>
    public static IReadOnlyList<Band> Usual { get; } =
    [
        new("delta", new(1, 4)), new("theta", new(4, 8)), new("alpha", new(8, 13)),
        new("beta", new(13, 30)), new("gamma", new(30, 45)),
    ];
}

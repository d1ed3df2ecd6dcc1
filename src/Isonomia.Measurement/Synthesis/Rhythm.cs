namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// An oscillation of a virtual individual: a sine whose frequency wanders slowly and normally about its centre (so its
/// spectral peak is a Gaussian) and whose amplitude is modulated.
/// </summary>
/// <param name="Name">The name of its band.</param>
/// <param name="FrequencyHz">Centre frequency, in Hz.</param>
/// <param name="BandwidthHz">Two standard deviations of its frequency, in Hz: the bandwidth of its spectral peak
/// in the convention of specparam, a little more with modulation.</param>
/// <param name="AmplitudeUv">Root mean square where it is strongest, in uV, before the average is taken out.</param>
public sealed record Rhythm(string Name, double FrequencyHz, double BandwidthHz, double AmplitudeUv)
{
    /// <summary>The rhythms of an individual at rest with eyes closed: posterior alpha, frontal-midline theta, central
    /// beta.</summary>
    public static IReadOnlyList<Rhythm> AtRest { get; } =
    [
        new("alpha", 10.2, 1.6, 9) { Sites = ["O1", "Oz", "O2", "POz"], SpreadDegrees = 30 },
        new("theta", 6.2, 1.2, 3) { Sites = ["Fz", "FCz"], Modulation = new() { Hurst = 0.65 } },
        new("beta", 20.5, 3, 1.6) { Sites = ["C3", "C4"], Modulation = new() { Hurst = 0.6 } },
    ];

    /// <summary>The electrode sites (10-10 names) over which it is strongest.</summary>
    public IReadOnlyList<string> Sites { get; init; } = ["Cz"];

    /// <summary>How far it reaches: standard deviation, in degrees of the head as a sphere.</summary>
    public double SpreadDegrees { get; init; } = 25;

    /// <summary>How its amplitude changes.</summary>
    public Modulation Modulation { get; init; } = new();
}

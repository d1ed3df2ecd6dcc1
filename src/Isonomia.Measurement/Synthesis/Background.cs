namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// The aperiodic activity of a virtual individual: Gaussian noise of density 10^offset / (knee^exponent + f^exponent),
/// the same exponent and knee everywhere, so that whatever mixture of sources an electrode sees has them too.
/// </summary>
public sealed record Background
{
    /// <summary>The exponent: how steeply power falls with frequency.</summary>
    public double Exponent { get; init; } = 1.4;

    /// <summary>Log10 of the density (uV^2/Hz) that the power law has at 1 Hz, before the average is taken
    /// out.</summary>
    public double Offset { get; init; } = 1.5;

    /// <summary>The frequency below which the spectrum flattens, in Hz; zero for none.</summary>
    public double KneeHz { get; init; }

    /// <summary>The frequency below which density rises no further, in Hz: the amplifier's high-pass, so to
    /// say.</summary>
    public double FloorHz { get; init; } = 0.1;

    /// <summary>The fraction of power, 0 to 1, that each electrode has to itself, shared with no other.</summary>
    public double Local { get; init; } = 0.25;

    /// <summary>Density (uV^2/Hz) at a frequency (Hz), for an electrode of unit gain.</summary>
    public double Density(double frequencyHz)
    {
        var f = Math.Max(frequencyHz, FloorHz);
        return Math.Pow(10, Offset) / (Math.Pow(KneeHz, Exponent) + Math.Pow(f, Exponent));
    }
}

namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// How a rhythm's amplitude waxes and wanes: the logarithm of the amplitude is fractional Gaussian noise, limited to
/// slow frequencies so that the rhythm stays a rhythm.
/// </summary>
public sealed record Modulation
{
    /// <summary>The fastest modulation, in Hz.</summary>
    public const double FastestHz = 2;

    /// <summary>What is slow and what is fast for <see cref="ExcitationBias"/>, in Hz: half the inverse of the 5 s
    /// windows in which fE/I compares fluctuation with amplitude.</summary>
    public const double SlowestFastHz = 0.1;

    /// <summary>Standard deviation of the logarithm of the amplitude.</summary>
    public double Depth { get; init; } = 0.5;

    /// <summary>The Hurst exponent of the logarithm of the amplitude, 0.5 to below 1: what detrended fluctuation
    /// analysis of the amplitude should find, as long as <see cref="ExcitationBias"/> is zero.</summary>
    public double Hurst { get; init; } = 0.75;

    /// <summary>
    /// Which way fluctuation goes with amplitude. At zero relative fluctuation is the same at all amplitudes (fE/I
    /// near 1); above zero it shrinks where amplitude is high (fE/I above 1); below zero it grows (fE/I below 1).
    /// This sets the direction of fE/I, not its value, for which there is no closed form; and it displaces the scaling
    /// exponent of the amplitude, the more so the less correlated the amplitude is.
    /// </summary>
    public double ExcitationBias { get; init; }
}

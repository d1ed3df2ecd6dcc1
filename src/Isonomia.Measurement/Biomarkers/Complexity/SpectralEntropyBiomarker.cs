using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>Spectral entropy: how evenly a signal's power is spread over frequencies.</summary>
public sealed class SpectralEntropyBiomarker : WindowedBiomarker
{
    /// <summary>Length of the segments of Welch's spectrum, in seconds.</summary>
    public static readonly Setting<double> Segment = new(
        "spectral_entropy.segment", "2s", "length of the segments of Welch's spectrum, in seconds",
        SettingText.Seconds);

    /// <inheritdoc/>
    public override string Name => "spectral_entropy";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Spectral entropy",
        "-sum p log2 p / log2(bins), p = share of the power in each bin of Welch's spectrum (Hann, half overlapping, "
        + "mean removed), 0 Hz to half the sampling rate",
        Direction.Rises,
        Evidence.Weak,
        "Inouye et al. 1991 Electroencephalogr Clin Neurophysiol, doi:10.1016/0013-4694(91)90138-T; flatter spectra "
        + "with more excitation: Gao et al. 2017 NeuroImage, doi:10.1016/j.neuroimage.2017.06.078",
        "It inherits its direction from the spectrum's slope and adds to it whatever peaks, line noise, muscle and the "
        + "recording's filters do; the aperiodic exponent separates these. Depends on the sampling rate.")
    {
        Quantities = Meanings("spectral entropy, from 0 (a single frequency) to 1 (white noise)"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [Window, Segment];

    /// <summary>Normalized spectral entropy of a series, 0 to 1.</summary>
    /// <param name="x">Finite values.</param>
    /// <param name="samplingRate">Samples per second, in Hz.</param>
    /// <param name="segmentSeconds">Length of the segments of Welch's spectrum; at most the whole series.</param>
    public static Measured Of(ReadOnlySpan<double> x, double samplingRate, double segmentSeconds)
    {
        var length = Math.Min((int)Math.Min(int.MaxValue, segmentSeconds * samplingRate), x.Length);
        if (length < 4)
            return Measured.Undefined("too short: a spectrum needs segments of four samples");
        var density = Welch.Estimate(x, samplingRate, new WelchOptions(length, length / 2)).Density;
        var total = density.Sum();
        if (!(total > 0))
            return Measured.Undefined("flat: the signal does not vary");
        var entropy = 0.0;
        foreach (var power in density)
        {
            if (power > 0)
                entropy -= power / total * Math.Log2(power / total);
        }

        return Measured.Of(entropy / Math.Log2(density.Length));
    }

    /// <inheritdoc/>
    protected override Measured OfWindow(ReadOnlySpan<double> window, ChannelAnalysis channel) =>
        Of(window, channel.Signal.SamplingRate, channel.Get(Segment));
}

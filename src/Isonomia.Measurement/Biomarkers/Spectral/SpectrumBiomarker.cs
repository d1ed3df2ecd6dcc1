using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>The power spectrum itself.</summary>
public sealed class SpectrumBiomarker : IBiomarker
{
    /// <inheritdoc/>
    public string Name => "spectrum";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Power spectral density",
        "mean (or median) over overlapping windows of |FFT(taper x)|^2, one-sided, per hertz",
        Direction.Undecided,
        Evidence.Weak,
        "Welch 1967, doi:10.1109/TAU.1967.1161901; multitaper: Thomson 1982, doi:10.1109/PROC.1982.12433",
        "A spectrum has no single direction with excitation: see the biomarkers derived from it. Its limits hold for "
        + "stationary Gaussian signals.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["frequencies_hz"] = "frequencies of the bins",
            ["density"] = "power spectral density at each",
            ["resolution_hz"] = "distance between bins",
            ["n_windows"] = "windows averaged",
            ["effective_averages"] = "independent periodograms that would scatter as little",
            ["ci95_factor_low"] = "times the density: lower limit of its 95 % confidence interval",
            ["ci95_factor_high"] = "times the density: upper limit of its 95 % confidence interval",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings => SpectrumSettings.All;

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var spectrum = ChannelSpectrum.Of(channel);
        return new SpectrumResult(spectrum)
        {
            Warnings = spectrum.Estimate is { EffectiveAverages: < FewAverages }
                ? ["the spectrum averages few windows: single bins scatter widely"]
                : [],
        };
    }

    // Below this a bin's 95 % interval spans more than a factor of three and a half.
    internal const double FewAverages = 10;
}

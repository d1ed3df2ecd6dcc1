using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>The aperiodic component of the spectrum, and the peaks on it.</summary>
public sealed class AperiodicBiomarker : IBiomarker
{
    /// <inheritdoc/>
    public string Name => "aperiodic";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Aperiodic component (spectral parameterisation, specparam/FOOOF)",
        "log10 P(f) = offset - log10(knee + f^exponent) + sum of Gaussians; knee 0 in fixed mode",
        Direction.Falls,
        Evidence.Moderate,
        "Donoghue et al. 2020, doi:10.1038/s41593-020-00744-x; as a marker of E/I: Gao, Peterson & Voytek 2017, "
        + "doi:10.1016/j.neuroimage.2017.06.078",
        "In simulations the exponent falls (the spectrum flattens) as excitation outweighs inhibition; it rises under "
        + "propofol, while findings for ketamine are mixed (Waschke et al. 2021, doi:10.7554/eLife.70068). It is not "
        + "specific: synaptic and membrane time constants, arousal, age and muscle (flatter above 20 Hz) move it too. "
        + "It depends on the fitted range, which must keep clear of filters' edges. Peaks as narrow as the spectrum's "
        + "resolution are noise more often than rhythm.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["offset"] = "log10 power of the aperiodic component at 1 Hz",
            ["exponent"] = "how steeply the aperiodic component falls",
            ["knee"] = "the knee parameter; null in fixed mode",
            ["knee_frequency_hz"] = "where the spectrum bends: knee^(1/exponent)",
            ["r_squared"] = "squared correlation of model and spectrum, in log10 power",
            ["error"] = "mean absolute difference of model and spectrum, in log10 power",
            ["peaks"] = "rhythms above the aperiodic component",
            ["frequency_hz"] = "a peak's centre",
            ["power"] = "a peak's height above the aperiodic component, in log10 power",
            ["bandwidth_hz"] = "two standard deviations of a peak",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [.. SpectrumSettings.All, .. AperiodicSettings.All];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var parameterised = ParameterisedSpectrum.Of(channel);
        return new AperiodicResult(parameterised)
        {
            Warnings = FitWarnings.Of(channel.Signal, channel.Get(AperiodicSettings.Range), parameterised),
        };
    }
}

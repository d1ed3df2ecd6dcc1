using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>Where a person's alpha rhythm lies.</summary>
public sealed class IndividualAlphaBiomarker : IBiomarker
{
    /// <summary>Where it is looked for.</summary>
    public static readonly Setting<Interval> Range = new("individual_alpha.range", "7:13",
        "frequencies in Hz among which the alpha peak is looked for", SettingText.Interval);

    /// <inheritdoc/>
    public string Name => "individual_alpha";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Individual alpha frequency",
        "peak: centre of the highest Gaussian of the parameterised spectrum within individual_alpha.range; centre of "
        + "gravity: sum f P(f) / sum P(f) over it",
        Direction.Undecided,
        Evidence.Weak,
        "Klimesch 1999, doi:10.1016/S0165-0173(98)00056-3",
        "It tells one person from another (age, thalamic relay, arousal) more than excitation from inhibition; its use "
        + "is to place bands. The centre of gravity is of the whole spectrum, background included, and tends to the "
        + "range's lower half where there is no rhythm.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["peak_frequency_hz"] = "centre of the highest alpha peak",
            ["peak_power"] = "its height above the aperiodic component, in log10 power",
            ["centre_of_gravity_hz"] = "mean frequency, weighted by power",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [.. SpectrumSettings.All, .. AperiodicSettings.All, Range];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var range = channel.Get(Range);
        var parameterised = ParameterisedSpectrum.Of(channel);
        var why = parameterised.Fit.Frequencies is [var low, .., var high] && (low >= range.High || high <= range.Low)
            ? "aperiodic.range does not cover individual_alpha.range"
            : $"there is no peak within {range} Hz";
        SpectralPeak Highest(SpectralFit fit) => fit.Peaks.Where(p => range.Contains(p.Frequency))
            .DefaultIfEmpty(new(double.NaN, double.NaN, double.NaN, double.NaN)).MaxBy(p => p.Height);
        return new IndividualAlphaResult(
            parameterised.Measure(fit => Highest(fit).Frequency, why),
            parameterised.Measure(fit => Highest(fit).Power, why),
            CentreOfGravity.Of(parameterised.Spectrum, range));
    }
}

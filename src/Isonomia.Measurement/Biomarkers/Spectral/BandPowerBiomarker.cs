using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>Power of each band, in the signal's unit squared and as a share of the total.</summary>
public sealed class BandPowerBiomarker : IBiomarker
{
    /// <summary>What relative power is a share of.</summary>
    public static readonly Setting<Interval> Total = new("band_power.total", "1:45",
        "frequencies in Hz whose power is the total for relative power", SettingText.Interval);

    /// <inheritdoc/>
    public string Name => "band_power";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Band power",
        "trapezoid of the power spectral density over the band's bins, both ends included; relative: / that over "
        + "band_power.total",
        Direction.Undecided,
        Evidence.Weak,
        "Newson & Thiagarajan 2019, doi:10.3389/fnhum.2018.00521 (review)",
        "A band's power mixes rhythm and background: a change of the aperiodic exponent moves every band (Donoghue et "
        + "al. 2020, doi:10.1038/s41593-020-00744-x). Absolute power also depends on skull, reference and amplifier; "
        + "relative powers depend on one another.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["absolute"] = "power within the band",
            ["relative"] = "its share of the power within band_power.total",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [.. SpectrumSettings.All, Total];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var spectrum = ChannelSpectrum.Of(channel);
        var bands = channel.Settings.Bands;
        if (spectrum.Why is { } why)
            return BandPowerResult.Undefined(bands, spectrum.PowerUnit, why);
        var range = channel.Get(Total);
        var total = new BandIntegral(spectrum, range);
        return new BandPowerResult(spectrum.PowerUnit,
        [
            .. bands.Select(band =>
            {
                var power = new BandIntegral(spectrum, band.Range);
                return new BandPower(band, power.Absolute(), power.ShareOf(total));
            }),
        ])
        {
            Warnings = Cut(channel.Signal.Passband, bands, range),
        };
    }

    private static string[] Cut(Interval passband, IReadOnlyList<Band> bands, Interval total)
    {
        var cut = bands.Where(b => b.Range.Low < passband.Low || b.Range.High > passband.High).Select(b => b.Name);
        if (total.Low < passband.Low || total.High > passband.High)
            cut = cut.Append("the total");
        var names = string.Join(", ", cut);
        return names.Length == 0 ? [] : [$"a filter's edge lies within {names}: power is missing there"];
    }
}

using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>Detrended fluctuation analysis of one channel, band by band.</summary>
/// <param name="Bands">The bands, in the order of the settings.</param>
public sealed record DetrendedFluctuationResult(IReadOnlyList<BandExponent> Bands) : BiomarkerResult
{
    /// <summary>The result of a band, if it was analysed.</summary>
    public BandExponent? Find(string band) => Bands.FirstOrDefault(b => b.Band.Name == band);

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        foreach (var band in Bands)
        {
            reading.Group(band.Band.Name, new Reading()
                .Number("exponent", band.Exponent, "1")
                .Number("r_squared", RSquared(band), "1")
                .Count("longest_windows", band.LongestWindows)
                .Curve("window_s", band.Fluctuations.Seconds, "s")
                .Curve("fluctuation", band.Fluctuations.Fluctuations, "1"));
        }

        return reading;
    }

    private static Measured RSquared(BandExponent band) => band.Line is { } line
        ? Measured.Of(line.RSquared)
        : Measured.Undefined(band.Exponent.Why!);
}

using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The functional E/I ratio of one channel, band by band.</summary>
/// <param name="Bands">The bands, in the order of the settings.</param>
public sealed record FunctionalRatioResult(IReadOnlyList<BandRatio> Bands) : BiomarkerResult
{
    /// <summary>The result of a band, if it was analysed.</summary>
    public BandRatio? Find(string band) => Bands.FirstOrDefault(b => b.Band.Name == band);

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        foreach (var band in Bands)
        {
            // The exponent's own reason, where it has none, is already part of the ratio's.
            reading.Group(band.Band.Name, new Reading()
                .Number("value", band.Value, "1")
                .Number("value_ungated", band.Ungated, "1")
                .Number("dfa_exponent", band.DfaExponent, "1")
                .Count("windows", band.Windows)
                .Count("outliers", band.Outliers)
                .Text("why", band.Value.Why));
        }

        return reading;
    }
}

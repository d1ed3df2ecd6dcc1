using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Rhythms;

/// <summary>Bursts of rhythms on one channel, band by band.</summary>
/// <param name="Bands">The bands, as the settings name them.</param>
public sealed record BurstResult(IReadOnlyList<BandBursts> Bands) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        foreach (var band in Bands)
        {
            reading.Group(band.Band.Name, new Reading().Number("rate_per_min", band.Rate, "1/min")
                .Number("duration_s", band.Duration, "s").Number("peak", band.Peak, "1")
                .Number("occupancy", band.Occupancy, "1").Count("bursts", band.Count));
        }

        return reading;
    }
}

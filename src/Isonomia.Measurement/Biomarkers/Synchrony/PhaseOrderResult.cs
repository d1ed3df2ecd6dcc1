using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>Kuramoto's order parameter, band by band.</summary>
/// <param name="Bands">The bands, in the order of the settings.</param>
public sealed record PhaseOrderResult(IReadOnlyList<BandOrder> Bands) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        foreach (var band in Bands)
        {
            var part = new Reading().Number("order", band.Order, "1").Number("metastability", band.Metastability, "1");
            if (band.Order.IsDefined)
                part.Number("order_by_chance", band.ByChance, "1").Count("moments", band.Moments);
            reading.Group(band.Band.Name, part);
        }

        return reading;
    }
}

using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>Power of every band of a channel.</summary>
/// <param name="Unit">Of the absolute powers.</param>
/// <param name="Bands">Each band's power, in the order of the bands.</param>
public sealed record BandPowerResult(string Unit, IReadOnlyList<BandPower> Bands) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        foreach (var power in Bands)
        {
            reading.Group(power.Band.Name,
                new Reading().Number("absolute", power.Absolute, Unit).Number("relative", power.Relative, "1"));
        }

        return reading;
    }

    internal static BandPowerResult Undefined(IEnumerable<Band> bands, string unit, string why)
    {
        var none = Measured.Undefined(why);
        return new BandPowerResult(unit, [.. bands.Select(b => new BandPower(b, none, none))]);
    }
}

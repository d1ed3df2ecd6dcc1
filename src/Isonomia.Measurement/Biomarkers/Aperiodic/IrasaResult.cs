using Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>A channel's spectrum split by resampling.</summary>
/// <param name="Unit">The channel's unit.</param>
/// <param name="Range">The range that was fitted, in Hz.</param>
/// <param name="Estimate">The split, with its curves; null exactly when <paramref name="Why"/> is set.</param>
/// <param name="Why">Why there is none.</param>
public sealed record IrasaResult(string Unit, Interval Range, IrasaEstimate? Estimate, string? Why) : BiomarkerResult
{
    /// <summary>Log10 power of the aperiodic component at 1 Hz.</summary>
    public Measured Offset => Estimate?.Offset ?? Measured.Undefined(Why!);

    /// <summary>How steeply the aperiodic component falls.</summary>
    public Measured Exponent => Estimate?.Exponent ?? Measured.Undefined(Why!);

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var density = (Unit.Length > 0 ? Unit : "a.u.") + "^2/Hz";
        var reading = new Reading().Number("offset", Offset, $"log10({density})").Number("exponent", Exponent, "1");
        return Estimate is null
            ? reading
            : reading.Number("r_squared", Estimate.RSquared, "1")
                .Number("range_low_hz", Range.Low, "Hz").Number("range_high_hz", Range.High, "Hz")
                .Curve("frequencies_hz", Estimate.Frequencies, "Hz")
                .Curve("aperiodic", Estimate.Aperiodic, density)
                .Curve("periodic", [.. Estimate.Density.Zip(Estimate.Aperiodic, (d, a) => d - a)], density);
    }
}

using Isonomia.Measurement.Results;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>A channel's power spectrum, or why there is none.</summary>
public sealed record SpectrumResult(ChannelSpectrum Spectrum) : BiomarkerResult
{
    /// <summary>What a density is multiplied by for the limits of its 95 % confidence interval (chi-square).</summary>
    public (double Low, double High) Confidence95Factors
    {
        get
        {
            var freedom = 2 * (Spectrum.Estimate?.EffectiveAverages ?? double.NaN);
            return double.IsNaN(freedom)
                ? (double.NaN, double.NaN)
                : (freedom / ChiSquared.InvCDF(freedom, 0.975), freedom / ChiSquared.InvCDF(freedom, 0.025));
        }
    }

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        if (Spectrum.Estimate is not { } estimate)
        {
            return new Reading().Curve("frequencies_hz", [], "Hz").Curve("density", [], Spectrum.DensityUnit)
                .Count("n_windows", 0).Text("why", Spectrum.Why);
        }

        var (low, high) = Confidence95Factors;
        return new Reading()
            .Curve("frequencies_hz", estimate.Frequencies, "Hz")
            .Curve("density", estimate.Density, Spectrum.DensityUnit)
            .Number("resolution_hz", estimate.Resolution, "Hz")
            .Count("n_windows", estimate.Averages)
            .Number("effective_averages", estimate.EffectiveAverages, "1")
            .Number("ci95_factor_low", low, "1")
            .Number("ci95_factor_high", high, "1");
    }
}

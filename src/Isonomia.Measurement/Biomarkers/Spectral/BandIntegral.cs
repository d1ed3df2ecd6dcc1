using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>
/// Power within limits of frequency: the trapezoidal integral of the density over the bins between them, both
/// included, with the sampling error that the spectrum's scatter gives it.
/// </summary>
internal sealed class BandIntegral
{
    private readonly ChannelSpectrum spectrum;
    private readonly int first;
    private readonly double[] parts;

    /// <summary>Integrates.</summary>
    public BandIntegral(ChannelSpectrum spectrum, Interval range)
    {
        this.spectrum = spectrum;
        var estimate = spectrum.Estimate!;
        var slack = 1e-6 * estimate.Resolution;
        first = Array.FindIndex(estimate.Frequencies, f => f >= range.Low - slack);
        var last = Array.FindLastIndex(estimate.Frequencies, f => f <= range.High + slack);
        if (range.High > estimate.SamplingRate / 2 + slack)
            Why = $"the band reaches above half the sampling rate ({estimate.SamplingRate / 2:0.###} Hz)";
        else if (last <= first)
            Why = $"the band holds fewer than two bins of {estimate.Resolution:0.###} Hz; lengthen spectrum.window";
        parts = Why is null ? new double[last - first + 1] : [];
        for (var i = 0; i < parts.Length; i++)
        {
            var weight = i == 0 || i == parts.Length - 1 ? 0.5 : 1;
            parts[i] = weight * estimate.Density[first + i] * estimate.Resolution;
        }

        Power = parts.Sum();
    }

    /// <summary>Why there is no integral; null when there is one.</summary>
    public string? Why { get; }

    /// <summary>The power, in the channel's unit squared.</summary>
    public double Power { get; }

    /// <summary>The power; its interval is chi-square with as many degrees of freedom as match its variance.</summary>
    public Measured Absolute()
    {
        if (Why is not null)
            return Measured.Undefined(Why);
        var variance = spectrum.Variance(parts);
        var freedom = 2 * Power * Power / variance;
        return !(freedom > 0) ? Measured.Of(Power) : Measured.Of(Power) with
        {
            StandardError = Math.Sqrt(variance),
            Confidence95 = (Power * freedom / ChiSquared.InvCDF(freedom, 0.975),
                Power * freedom / ChiSquared.InvCDF(freedom, 0.025)),
        };
    }

    /// <summary>
    /// The share of a wider band, with its uncertainty by the delta method; its interval is symmetric in log odds, so
    /// that it stays between 0 and 1.
    /// </summary>
    public Measured ShareOf(BandIntegral total)
    {
        if ((Why ?? total.Why) is { } why)
            return Measured.Undefined(Why is null ? "of the total, " + why : why);
        var share = Power / total.Power;
        var begin = Math.Min(first, total.first);
        var shift = new double[Math.Max(first + parts.Length, total.first + total.parts.Length) - begin];
        for (var i = 0; i < parts.Length; i++)
            shift[first - begin + i] = parts[i] / total.Power;
        for (var i = 0; i < total.parts.Length; i++)
            shift[total.first - begin + i] -= share * total.parts[i] / total.Power;
        var error = Math.Sqrt(spectrum.Variance(shift));
        var odds = Math.Log(share / (1 - share));
        var spread = 1.96 * error / (share * (1 - share));
        return !(share is > 0 and < 1) ? Measured.Of(share) : Measured.Of(share) with
        {
            StandardError = error,
            Confidence95 = (1 / (1 + Math.Exp(spread - odds)), 1 / (1 + Math.Exp(-spread - odds))),
        };
    }
}

using MathNet.Numerics.Distributions;

namespace Isonomia.Numerics.Spectra;

/// <summary>A one-sided power spectral density with what is needed to say how sure it is.</summary>
/// <param name="Frequencies">Hz, ascending.</param>
/// <param name="Density">Unit^2/Hz at each frequency; its integral over all frequencies is the variance.</param>
/// <param name="SamplingRate">Of the signal, Hz.</param>
/// <param name="Resolution">Distance between bins, Hz.</param>
/// <param name="Averages">Windows averaged.</param>
/// <param name="EffectiveAverages">
/// Independent periodograms that would scatter as little, for a flat spectrum: fewer than <paramref name="Averages"/>
/// where windows overlap (Welch 1967, IEEE Trans Audio Electroacoust 15:70), more where several tapers are averaged.
/// </param>
public sealed record PowerSpectrum(
    double[] Frequencies,
    double[] Density,
    double SamplingRate,
    double Resolution,
    int Averages,
    double EffectiveAverages)
{
    /// <summary>
    /// Limits that hold the true density with the stated probability. The estimate over the truth is chi-square with
    /// twice as many degrees of freedom as effective averages, divided by them; at zero frequency and at half the
    /// sampling rate, where the transform is real, with half as many. Exact for Gaussian noise with a spectrum that is
    /// smooth over a bin, approximate where the average is a median.
    /// </summary>
    /// <param name="level">Probability, as 0.95.</param>
    /// <param name="bin">Index into <see cref="Density"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">level is outside (0, 1) or bin outside the spectrum.</exception>
    public (double Low, double High) ConfidenceInterval(double level, int bin)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "must lie between 0 and 1");
        ArgumentOutOfRangeException.ThrowIfNegative(bin);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bin, Density.Length);
        var edge = Frequencies[bin] <= 0 || Frequencies[bin] >= (SamplingRate / 2) - (Resolution / 4);
        var freedom = (edge ? 1 : 2) * EffectiveAverages;
        var tail = (1 - level) / 2;
        return (Density[bin] * freedom / ChiSquared.InvCDF(freedom, 1 - tail),
            Density[bin] * freedom / ChiSquared.InvCDF(freedom, tail));
    }

    /// <summary>The bins whose frequency lies in low..high, both included.</summary>
    public PowerSpectrum Slice(double low, double high)
    {
        var first = Array.FindIndex(Frequencies, f => f >= low);
        var last = Array.FindLastIndex(Frequencies, f => f <= high);
        return first < 0 || last < first
            ? this with { Frequencies = [], Density = [] }
            : this with { Frequencies = Frequencies[first..(last + 1)], Density = Density[first..(last + 1)] };
    }
}

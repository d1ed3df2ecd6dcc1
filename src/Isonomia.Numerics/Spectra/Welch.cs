namespace Isonomia.Numerics.Spectra;

/// <summary>Welch's estimate in one call.</summary>
public static class Welch
{
    /// <summary>The spectrum of one contiguous run.</summary>
    /// <param name="x">Samples.</param>
    /// <param name="samplingRate">Hz.</param>
    /// <param name="options">Windows, taper, detrending, averaging.</param>
    /// <exception cref="ArgumentException">The run is shorter than a window, or an option is out of range.</exception>
    public static PowerSpectrum Estimate(ReadOnlySpan<double> x, double samplingRate, WelchOptions options)
    {
        var estimator = new WelchEstimator(samplingRate, options);
        estimator.Add(x);
        return estimator.HasEnough
            ? estimator.Estimate()
            : throw new ArgumentException(
                $"{x.Length} samples are fewer than a window of {options.SegmentLength}", nameof(x));
    }
}

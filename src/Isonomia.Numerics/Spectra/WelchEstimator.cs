namespace Isonomia.Numerics.Spectra;

/// <summary>
/// Welch's estimate (Welch 1967, IEEE Trans Audio Electroacoust 15:70): the average of periodograms of overlapping,
/// tapered windows. Of a single run, that of scipy.signal.welch with scaling "density".
/// </summary>
/// <param name="samplingRate">Hz.</param>
/// <param name="options">Windows, taper, detrending, averaging.</param>
/// <exception cref="ArgumentOutOfRangeException">A length, overlap or rate is out of range.</exception>
public sealed class WelchEstimator(double samplingRate, WelchOptions options)
    : SpectrumEstimator(samplingRate, options.Overlap, Taper(options), options.Detrending, options.Averaging)
{
    private static double[][] Taper(WelchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SegmentLength, 1, nameof(options));
        var window = Window.Create(options.Window, options.SegmentLength, periodic: true);
        var scale = 1 / Math.Sqrt(Kernels.Sums.OfProducts(window, window));
        Kernels.Elementwise.Scale(window, scale);
        return [window];
    }
}

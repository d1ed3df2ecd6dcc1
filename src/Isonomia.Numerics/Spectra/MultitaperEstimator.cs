namespace Isonomia.Numerics.Spectra;

/// <summary>
/// Thomson's estimate (Thomson 1982, Proc IEEE 70:1055): each window is seen through several Slepian tapers, whose
/// periodograms are averaged with their concentrations as weights; then windows are averaged.
/// </summary>
/// <param name="samplingRate">Hz.</param>
/// <param name="options">Windows, bandwidth, tapers, detrending, averaging.</param>
/// <exception cref="ArgumentOutOfRangeException">A length, overlap, bandwidth or rate is out of range.</exception>
public sealed class MultitaperEstimator(double samplingRate, MultitaperOptions options)
    : SpectrumEstimator(
        samplingRate, options.Overlap, Tapers(samplingRate, options), options.Detrending, options.Averaging)
{
    private const double LeastConcentration = 0.9;

    private static double[][] Tapers(double samplingRate, MultitaperOptions options)
    {
        var n = options.SegmentLength;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1, nameof(options));
        var product = options.Bandwidth is { } hertz ? hertz * n / (2 * samplingRate) : options.TimeHalfBandwidth;
        var count = options.Tapers ?? Math.Clamp((int)(2 * product), 1, n);
        var slepian = SlepianTapers.Of(n, product, count);
        var used = options.Tapers
            ?? Math.Max(1, slepian.Concentrations.TakeWhile(share => share > LeastConcentration).Count());
        var total = slepian.Concentrations.Take(used).Sum();
        var tapers = new double[used][];
        for (var k = 0; k < used; k++)
        {
            var scale = Math.Sqrt(slepian.Concentrations[k] / total);
            tapers[k] = [.. slepian.Tapers[k].Select(v => v * scale)];
        }

        return tapers;
    }
}

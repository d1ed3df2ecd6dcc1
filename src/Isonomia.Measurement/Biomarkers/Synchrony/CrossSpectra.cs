using Isonomia.Measurement.Biomarkers.Synchrony.Kernels;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>
/// The measures of all pairs that follow from their cross-spectra over epochs, as mne-connectivity defines them: at
/// each bin the cross-spectrum of an epoch is its sum over tapers; measures are formed over epochs at each bin, and
/// then averaged over the bins of a band.
/// </summary>
internal static class CrossSpectra
{
    /// <summary>All spectral measures of a band.</summary>
    /// <param name="spectra">The epochs; at least two.</param>
    /// <param name="band">The band's bins, among those kept.</param>
    /// <param name="threads">How many bins are worked on at once; the result does not depend on it.</param>
    /// <param name="cancel">Stops between bins.</param>
    public static IReadOnlyList<PairMatrix> Measure(
        EpochSpectra spectra, SampleRange band, int threads, CancellationToken cancel = default)
    {
        var (channels, measures) = (spectra.Channels, PairMeasures.Spectral);
        var ofBins = new double[band.Count][];
        Parallel.For(0, band.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            b => ofBins[b] = OfBin(spectra, band.First + b));
        var size = channels * channels;
        return
        [
            .. measures.Select((measure, m) =>
            {
                var mean = new double[size];
                foreach (var bin in ofBins)
                {
                    for (var i = 0; i < size; i++)
                        mean[i] += bin[(m * size) + i] / band.Count;
                }

                return new PairMatrix(measure, channels, mean);
            }),
        ];
    }

    // The measures of one bin, one matrix after another.
    private static double[] OfBin(EpochSpectra spectra, int bin)
    {
        var (channels, stride, n) = (spectra.Channels, spectra.Stride, spectra.Epochs);
        var (re, im) = spectra.At(bin);
        var sums = new double[CrossSpectrumSums.Count * stride];
        var power = Powers(re, im, channels, stride);
        var size = channels * channels;
        var found = new double[PairMeasures.Spectral.Count * size];
        for (var i = 0; i < channels; i++)
        {
            CrossSpectrumSums.Row(re, im, n, spectra.Tapers, stride, i, sums);
            for (var j = i + 1; j < channels; j++)
            {
                double Sum(int row) => sums[(row * stride) + j];
                var (real, imaginary, size1, squares) = (Sum(0), Sum(1), Sum(5), Sum(6));
                var scale = Math.Sqrt(power[i] * power[j]);
                var (unitReal, unitImaginary) = (Sum(2), Sum(3));
                var units = (unitReal * unitReal) + (unitImaginary * unitImaginary);
                var imaginaryCoherence = Ratio(imaginary, scale);
                ReadOnlySpan<double> values =
                [
                    Ratio(Math.Sqrt((real * real) + (imaginary * imaginary)), scale),
                    imaginaryCoherence,
                    Math.Sqrt(units) / n,
                    (units - n) / ((double)n * (n - 1)),
                    Math.Abs(Sum(4)) / n,
                    Ratio(Math.Abs(imaginary), size1),
                    Ratio((imaginary * imaginary) - squares, (size1 * size1) - squares),
                ];
                for (var m = 0; m < values.Length; m++)
                {
                    found[(m * size) + (i * channels) + j] = values[m];
                    found[(m * size) + (j * channels) + i] = m == 1 ? -values[m] : values[m];
                }
            }

            for (var m = 0; m < PairMeasures.Spectral.Count; m++)
                found[(m * size) + (i * channels) + i] = double.NaN;
        }

        return found;
    }

    // Two channels without any lag between them have no lag index; nought is what its limit is.
    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;

    private static double[] Powers(ReadOnlySpan<double> re, ReadOnlySpan<double> im, int channels, int stride)
    {
        var power = new double[channels];
        for (var at = 0; at < re.Length; at += stride)
        {
            for (var c = 0; c < channels; c++)
                power[c] += (re[at + c] * re[at + c]) + (im[at + c] * im[at + c]);
        }

        return power;
    }
}

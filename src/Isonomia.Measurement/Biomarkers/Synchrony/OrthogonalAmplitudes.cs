using Isonomia.Measurement.Biomarkers.Synchrony.Kernels;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>
/// Correlation of the amplitudes of two channels in a band, after what one shares with the other at the same instant
/// has been taken out of it (Hipp et al. 2012 Nat Neurosci, doi:10.1038/nn.3101): y is replaced by Im(y conj(x)/|x|),
/// the logarithms of power are correlated, and the two directions averaged.
/// </summary>
/// <remarks>
/// |Im(y conj(x))| is the same in both directions, so that its logarithm L is taken once: the log power of y less x is
/// L - log|x|^2, and what correlations need follows from the sums of L by itself and with both log powers.
/// </remarks>
internal static class OrthogonalAmplitudes
{
    /// <summary>The correlation of every pair; NaN where an amplitude does not change.</summary>
    /// <param name="re">Real parts of each channel's analytic signal at the same times.</param>
    /// <param name="im">Imaginary parts.</param>
    /// <param name="threads">How many channels are worked on at once; the result does not depend on it.</param>
    /// <param name="cancel">Stops between channels.</param>
    public static PairMatrix Correlate(IReadOnlyList<double[]> re, IReadOnlyList<double[]> im, int threads,
        CancellationToken cancel = default)
    {
        var channels = re.Count;
        double[][] log = [.. Enumerable.Range(0, channels).Select(c => CentredLogPower(re[c], im[c]))];
        double[] variance = [.. log.Select(l => l.Sum(v => v * v))];
        var values = new double[channels * channels];
        Parallel.For(0, channels, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
        {
            values[(i * channels) + i] = double.NaN;
            for (var j = i + 1; j < channels; j++)
            {
                var (sum, square, withX, withY) = SharedPartSums.Of(re[i], im[i], re[j], im[j], log[i], log[j]);
                var varianceOfL = square - (sum * sum / re[i].Length);
                var mean = (Directed(varianceOfL, withX, variance[i]) + Directed(varianceOfL, withY, variance[j])) / 2;
                values[(i * channels) + j] = values[(j * channels) + i] = mean;
            }
        });
        return new PairMatrix(PairMeasure.AmplitudeCorrelation, channels, values);
    }

    // The correlation of u with L - u, from their sums of squares and products about their means.
    private static double Directed(double l, double lu, double u)
    {
        var rest = l - (2 * lu) + u;
        return rest > 0 && u > 0 ? Math.Clamp((lu - u) / Math.Sqrt(u * rest), -1, 1) : double.NaN;
    }

    private static double[] CentredLogPower(double[] re, double[] im)
    {
        var log = new double[re.Length];
        for (var t = 0; t < log.Length; t++)
            log[t] = Math.Log(Math.Max((re[t] * re[t]) + (im[t] * im[t]), 1e-300));
        var mean = log.Average();
        for (var t = 0; t < log.Length; t++)
            log[t] -= mean;
        return log;
    }
}

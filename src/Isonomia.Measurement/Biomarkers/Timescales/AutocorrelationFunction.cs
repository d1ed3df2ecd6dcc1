using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Timescales;

/// <summary>
/// The autocorrelation of a signal: of windows that overlap by half, each about its own mean, the sum of products at
/// each lag over the sum of squares; averaged over windows. It is that of windows: each is pulled below zero by about
/// its timescale over its length.
/// </summary>
internal static class AutocorrelationFunction
{
    /// <summary>The function from lag 0 on, and how many windows it is of; none where none fits.</summary>
    public static (double[] Values, int Windows) Of(
        double[] samples, IReadOnlyList<SampleRange> usable, int window, int lags)
    {
        var (sum, windows) = (new double[lags + 1], 0);
        var length = FastLength.Next(window + lags);
        var fft = RealFft.OfLength(length);
        var (x, re, im) = (new double[length], new double[fft.Bins], new double[fft.Bins]);
        foreach (var run in usable)
        {
            for (var first = run.First; first + window <= run.End; first += window / 2)
            {
                Array.Clear(x);
                samples.AsSpan(first, window).CopyTo(x);
                Centre(x.AsSpan(0, window));
                fft.Forward(x, re, im);
                for (var i = 0; i < re.Length; i++)
                    (re[i], im[i]) = (re[i] * re[i] + im[i] * im[i], 0);
                fft.Inverse(re, im, x);
                if (!(x[0] > 0))
                    continue;
                for (var k = 0; k <= lags; k++)
                    sum[k] += x[k] / x[0];
                windows++;
            }
        }

        return (Array.ConvertAll(sum, s => s / windows), windows);
    }

    private static void Centre(Span<double> x)
    {
        var mean = 0.0;
        foreach (var value in x)
            mean += value / x.Length;
        for (var i = 0; i < x.Length; i++)
            x[i] -= mean;
    }
}

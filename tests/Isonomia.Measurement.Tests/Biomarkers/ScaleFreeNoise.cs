using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Tests.Biomarkers;

/// <summary>Signals whose scaling exponent is known because they were made with it.</summary>
internal static class ScaleFreeNoise
{
    /// <summary>
    /// Fractional Gaussian noise of unit variance and given Hurst exponent, exact in distribution
    /// (Davies and Harte 1987, doi:10.1093/biomet/74.1.95).
    /// </summary>
    public static double[] Fractional(double hurst, int count, long seed)
    {
        var size = 2 * count;
        var spectrum = new double[size];
        for (var k = 0; k <= count; k++)
            spectrum[k] = Covariance(hurst, k);
        for (var k = 1; k < count; k++)
            spectrum[size - k] = spectrum[k];
        var fft = ComplexFft.OfLength(size);
        fft.Forward(spectrum, new double[size]);

        var draws = new RandomStream(seed, "fractional noise");
        var (re, im) = (new double[size], new double[size]);
        for (var k = 0; k < size; k++)
        {
            var scale = Math.Sqrt(Math.Max(0, spectrum[k]) / size);
            (re[k], im[k]) = (scale * draws.Normal(), scale * draws.Normal());
        }

        fft.Forward(re, im);
        return re[..count];
    }

    /// <summary>White noise, of which a band is kept, times a slowly varying loudness with long memory.</summary>
    public static double[] Rhythm(double hurst, double depth, double low, double high, double rate, int count, long seed)
    {
        var draws = new RandomStream(seed, "rhythm");
        var x = new double[count];
        draws.FillNormal(x);
        new ZeroPhaseFir(FirDesign.Mne(low, high, rate)).Apply(x, x);
        var noise = Fractional(hurst, count, seed);
        var (loudness, second) = (new double[count], (int)rate);
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            loudness[i] = sum += noise[i] - (i >= second ? noise[i - second] : 0);
        var mean = loudness.Average();
        var deviation = Math.Sqrt(loudness.Average(v => (v - mean) * (v - mean)));
        for (var i = 0; i < count; i++)
            x[i] *= Math.Exp(depth * (loudness[i] - mean) / deviation);
        return x;
    }

    private static double Covariance(double hurst, double lag) => 0.5
        * (Math.Pow(lag + 1, 2 * hurst) - (2 * Math.Pow(lag, 2 * hurst)) + Math.Pow(Math.Abs(lag - 1), 2 * hurst));
}

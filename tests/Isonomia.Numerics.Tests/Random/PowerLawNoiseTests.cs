using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Random;

public class PowerLawNoiseTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.7)]
    public void The_spectrum_of_power_law_noise_has_the_slope_and_offset_asked_for(double exponent)
    {
        // Reference: the density asked for. 600 s at 250 Hz in 2 s windows: 2 to 40 Hz, 77 bins of about 600 windows;
        // the slope's standard error is 0.013, the offset's 0.016; the mean log of an average of 600 periodograms
        // (18/11 effective) is 0.0006 low. 4 standard errors.
        const int fs = 250;
        var x = new double[600 * fs];
        new PowerLawNoise(x.Length, fs, exponent, offset: 1.5).Fill(new RandomStream(1, "background"), x);
        var spectrum = Welch.Estimate(x, fs, new WelchOptions(2 * fs, fs));
        double[] f = [.. Enumerable.Range(4, 77).Select(k => Math.Log10(k / 2.0))];
        double[] p = [.. Enumerable.Range(4, 77).Select(k => Math.Log10(spectrum.Density[k]))];
        var line = LeastSquares.Line(f, p);
        Assert.Equal(-exponent, line.Slope, 0.05);
        Assert.Equal(1.5, line.Intercept, 0.06);
    }

    [Fact]
    public void The_variance_is_the_integral_of_the_density()
    {
        // Reference: closed form: white noise of density 1 from 0 to 125 Hz has variance 125; 4 standard errors
        // (sqrt(2/n)) of 50,000 samples, and the one bin of 50,001 that is missing.
        var x = new double[50_000];
        new PowerLawNoise(x.Length, 250, 0).Fill(new RandomStream(2, "white"), x);
        Assert.Equal(1, x.Sum(v => v * v) / x.Length / 125, 4 * Math.Sqrt(2.0 / x.Length));
    }

    [Fact]
    public void A_knee_flattens_the_spectrum_below_it()
    {
        // Reference: density 10^2 / (100 + f^2): 1 at low frequencies, half at 10 Hz. Averages over 150 series of
        // periodograms in the bands 0.5-1.5 and 9.5-10.5 Hz (10 bins each): relative error 2.6 %.
        var noise = new PowerLawNoise(2000, 200, 2, offset: 2, knee: 100);
        var fft = RealFft.OfLength(2000);
        double[] x = new double[2000], re = new double[1001], im = new double[1001];
        double low = 0, middle = 0;
        for (var s = 0; s < 150; s++)
        {
            noise.Fill(new RandomStream(3, "knee", s), x);
            fft.Forward(x, re, im);
            double Density(int k) => 2 * (re[k] * re[k] + im[k] * im[k]) / (200.0 * 2000);
            low += Enumerable.Range(5, 10).Average(Density) / 150;
            middle += Enumerable.Range(95, 10).Average(Density) / 150;
        }

        Assert.Equal(1, low, 0.1);
        Assert.Equal(0.5, middle, 0.05);
    }

    [Fact]
    public void The_end_of_a_series_does_not_know_its_beginning()
    {
        // Reference: brown noise drifts: its ends differ by more than its neighbours do, which on a circle of the
        // series' own length they would not (mean square difference 2 x that of one step there).
        var noise = new PowerLawNoise(1024, 100, 2);
        var x = new double[1024];
        double ends = 0, steps = 0;
        for (var s = 0; s < 100; s++)
        {
            noise.Fill(new RandomStream(4, "brown", s), x);
            ends += Math.Pow(x[^1] - x[0], 2);
            steps += Math.Pow(x[1] - x[0], 2);
        }

        Assert.True(ends > 100 * steps);
    }

    [Fact]
    public void Impossible_parameters_and_wrong_lengths_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PowerLawNoise(0, 100, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PowerLawNoise(100, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PowerLawNoise(100, 100, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PowerLawNoise(100, 100, 1, knee: -1));
        var noise = new PowerLawNoise(100, 100, 1);
        Assert.Throws<ArgumentException>(() => noise.Fill(new RandomStream(0, "x"), new double[99]));
    }
}

using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Spectra;

public class MultitaperEstimatorTests
{
    [Fact]
    public void One_window_is_the_weighted_mean_of_its_tapers_periodograms()
    {
        // Thomson 1982: sum_k lambda_k |F(h_k x)|^2 / sum_k lambda_k, one-sided, per Hz.
        var x = Noise.Normal(200);
        var mean = x.Average();
        var estimator = new MultitaperEstimator(100, new MultitaperOptions(200, 0) { Tapers = 7 });
        estimator.Add(x);
        var spectrum = estimator.Estimate();
        var slepian = SlepianTapers.Of(200, 4, 7);
        var expected = new double[101];
        var fft = RealFft.OfLength(200);
        for (var k = 0; k < 7; k++)
        {
            double[] re = new double[101], im = new double[101];
            fft.Forward(x.Zip(slepian.Tapers[k], (v, h) => (v - mean) * h).ToArray(), re, im);
            for (var i = 0; i <= 100; i++)
                expected[i] += slepian.Concentrations[k] * ((re[i] * re[i]) + (im[i] * im[i]));
        }

        for (var i = 0; i <= 100; i++)
        {
            var oneSided = i is 0 or 100 ? 1 : 2;
            Assert.Equal(
                oneSided * expected[i] / slepian.Concentrations.Sum() / 100, spectrum.Density[i], 1e-13);
        }
    }

    [Fact]
    public void A_sinusoid_spreads_over_the_bandwidth_and_keeps_its_power()
    {
        var x = Enumerable.Range(0, 1000).Select(i => 3 * Math.Cos(2 * Math.PI * 20 * i / 250.0)).ToArray();
        var estimator = new MultitaperEstimator(250, new MultitaperOptions(1000, 0) { Bandwidth = 2 });
        estimator.Add(x);
        var spectrum = estimator.Estimate();
        var near = spectrum.Slice(19, 21);
        Assert.Equal(4.5, near.Density.Sum() * near.Resolution, 0.1);
        // The last taper used keeps nine tenths of its energy in the band; what leaks is spread over all the rest.
        Assert.InRange(spectrum.Slice(23, 125).Density.Max() / near.Density.Max(), 0, 1e-3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    public void Estimates_of_noise_scatter_as_much_as_their_effective_averages_say(int overlap)
    {
        var (sum, squares, count, effective) = (0.0, 0.0, 0, 0.0);
        for (var trial = 0; trial < 200; trial++)
        {
            var estimator = new MultitaperEstimator(1, new MultitaperOptions(256, overlap));
            estimator.Add(Noise.Normal(4 * 256, trial));
            var spectrum = estimator.Estimate();
            effective = spectrum.EffectiveAverages;
            // Away from zero and half the rate by the bandwidth, where tapers see the mirrored half.
            foreach (var density in spectrum.Density.AsSpan(8, 112))
            {
                sum += density;
                squares += density * density;
                count++;
            }
        }

        var mean = sum / count;
        Assert.Equal(2, mean, 0.03);
        Assert.Equal(1 / effective, (squares / count / (mean * mean)) - 1, 0.1 / effective);
    }

    [Fact]
    public void Seven_tapers_of_one_window_count_for_nearly_seven_windows()
    {
        var estimator = new MultitaperEstimator(1, new MultitaperOptions(256, 0));
        estimator.Add(Noise.Normal(256));
        var spectrum = estimator.Estimate();
        Assert.Equal(1, spectrum.Averages);
        Assert.InRange(spectrum.EffectiveAverages, 6.8, 7);
    }
}

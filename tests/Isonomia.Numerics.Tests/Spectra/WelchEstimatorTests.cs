using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Spectra;

public class WelchEstimatorTests
{
    [Fact]
    public void A_sinusoid_has_the_power_of_half_its_amplitude_squared()
    {
        // 3 cos at a bin's centre: the density's integral around it is 9/2, whatever the window.
        var x = Enumerable.Range(0, 10_000).Select(i => 3 * Math.Cos(2 * Math.PI * 10 * i / 250.0)).ToArray();
        var spectrum = Welch.Estimate(x, 250, new WelchOptions(500, 250)).Slice(9, 11);
        Assert.Equal(4.5, spectrum.Density.Sum() * spectrum.Resolution, 1e-10);
        Assert.Equal(10, spectrum.Frequencies[Array.IndexOf(spectrum.Density, spectrum.Density.Max())]);
    }

    [Fact]
    public void The_integral_over_all_frequencies_is_the_variance()
    {
        // Parseval: exact for boxcars side by side without detrending.
        var x = Noise.Normal(1000);
        var options = new WelchOptions(100, 0)
        {
            Window = WindowFunction.Boxcar,
            Detrending = Detrending.None,
        };
        var spectrum = Welch.Estimate(x, 200, options);
        Assert.Equal(x.Average(v => v * v), spectrum.Density.Sum() * spectrum.Resolution, 1e-12);
    }

    [Fact]
    public void Hann_window_leaks_less_than_a_boxcar()
    {
        var x = Enumerable.Range(0, 2000).Select(i => Math.Cos(2 * Math.PI * 10.25 * i / 250.0)).ToArray();
        var hann = Welch.Estimate(x, 250, new WelchOptions(500, 250)).Slice(40, 40).Density[0];
        var boxcar = Welch.Estimate(x, 250, new WelchOptions(500, 250) { Window = WindowFunction.Boxcar })
            .Slice(40, 40).Density[0];
        Assert.InRange(hann / boxcar, 0, 1e-4);
    }

    [Theory]
    [InlineData(SegmentAveraging.Mean)]
    [InlineData(SegmentAveraging.Median)]
    public void Windows_never_span_two_runs(SegmentAveraging averaging)
    {
        // Two runs are the average of both, each windowed alone; the median of two is their mean.
        var x = Noise.Normal(700);
        var options = new WelchOptions(256, 128) { Averaging = averaging };
        var estimator = new WelchEstimator(128, options);
        estimator.Add(x.AsSpan(0, 300));
        estimator.Add(x.AsSpan(300, 100));
        estimator.Add(x.AsSpan(400, 300));
        var first = Welch.Estimate(x.AsSpan(0, 256), 128, options);
        var second = Welch.Estimate(x.AsSpan(400, 256), 128, options);
        var both = estimator.Estimate();
        Assert.Equal(2, both.Averages);
        for (var k = 0; k < both.Density.Length; k++)
            Assert.Equal((first.Density[k] + second.Density[k]) / 2, both.Density[k], 1e-14);
    }

    [Fact]
    public void Three_windows_have_the_median_of_scipy()
    {
        // scipy.signal.welch(average="median") divides the median of 3 exponential variates by 1 + 1/3 - 1/2.
        var x = Noise.Normal(192);
        var options = new WelchOptions(64, 0);
        double[][] each =
        [
            .. Enumerable.Range(0, 3).Select(i => Welch.Estimate(x.AsSpan(64 * i, 64), 64, options).Density),
        ];
        var median = Welch.Estimate(x, 64, options with { Averaging = SegmentAveraging.Median });
        for (var k = 0; k <= 32; k++)
        {
            double[] column = [each[0][k], each[1][k], each[2][k]];
            Array.Sort(column);
            Assert.Equal(column[1] / (1 + (1 / 3.0) - 0.5), median.Density[k], 1e-14);
        }
    }

    [Fact]
    public void The_median_ignores_an_artefact_that_the_mean_shows()
    {
        var x = Noise.Normal(20_000);
        var clean = Welch.Estimate(x, 250, new WelchOptions(500, 250)).Slice(5, 40).Density.Average();
        x[7000] += 1000;
        var options = new WelchOptions(500, 250);
        var mean = Welch.Estimate(x, 250, options).Slice(5, 40).Density.Average();
        var median = Welch.Estimate(x, 250, options with { Averaging = SegmentAveraging.Median })
            .Slice(5, 40).Density.Average();
        Assert.InRange(mean / clean, 5, double.PositiveInfinity);
        Assert.InRange(median / clean, 0.9, 1.1);
    }

    [Fact]
    public void A_line_is_gone_after_linear_detrending()
    {
        var x = Enumerable.Range(0, 1000).Select(i => 5 + (0.3 * i)).ToArray();
        var options = new WelchOptions(200, 100) { Detrending = Detrending.Linear };
        Assert.InRange(Welch.Estimate(x, 100, options).Density.Max(), 0, 1e-20);
        Assert.InRange(Welch.Estimate(x, 100, new WelchOptions(200, 100)).Density.Max(), 1, double.PositiveInfinity);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(128, 37.03)]
    [InlineData(192, 39.3)]
    public void Overlapping_windows_count_for_less_than_they_number(int overlap, double expected)
    {
        // Welch 1967: K / (1 + 2 sum (1 - j/K) rho_j); a half-overlapping Hann window has rho = 1/36.
        var x = Noise.Normal(20 * 256);
        var spectrum = Welch.Estimate(x, 256, new WelchOptions(256, overlap));
        Assert.Equal(1 + ((x.Length - 256) / (256 - overlap)), spectrum.Averages);
        Assert.Equal(expected, spectrum.EffectiveAverages, 0.05 * expected);
        if (overlap == 128)
            Assert.Equal(39 / (1 + (2 * (1 - (1 / 39.0)) / 36)), spectrum.EffectiveAverages, 1e-3);
    }

    [Theory]
    [InlineData(0, SegmentAveraging.Mean)]
    [InlineData(128, SegmentAveraging.Mean)]
    [InlineData(192, SegmentAveraging.Mean)]
    [InlineData(128, SegmentAveraging.Median)]
    public void Estimates_of_noise_scatter_as_much_as_their_effective_averages_say(
        int overlap, SegmentAveraging averaging)
    {
        // Relative variance of a bin is 1 over the effective averages; 200 x 127 bins fix it to a few per cent.
        var options = new WelchOptions(256, overlap) { Averaging = averaging };
        var (sum, squares, count, effective) = (0.0, 0.0, 0, 0.0);
        for (var trial = 0; trial < 200; trial++)
        {
            var spectrum = Welch.Estimate(Noise.Normal(12 * 256, trial), 1, options);
            effective = spectrum.EffectiveAverages;
            foreach (var density in spectrum.Density.AsSpan(1, 127))
            {
                sum += density;
                squares += density * density;
                count++;
            }
        }

        var mean = sum / count;
        var relativeVariance = (squares / count / (mean * mean)) - 1;
        Assert.Equal(2, mean, 0.03);
        Assert.Equal(1 / effective, relativeVariance, 0.1 / effective);
    }

    [Fact]
    public void Confidence_intervals_cover_the_truth_as_often_as_they_say()
    {
        // White noise of variance 1 at 1 Hz has the density 2 (1 at the edges); binomial error of 2000 is 0.7 %.
        var (covered, edge, count, trials) = (0, 0, 0, 400);
        for (var trial = 0; trial < trials; trial++)
        {
            var options = new WelchOptions(64, 32) { Detrending = Detrending.None };
            var spectrum = Welch.Estimate(Noise.Normal(1024, trial), 1, options);
            foreach (var bin in (int[])[5, 12, 20, 25, 30])
            {
                var (low, high) = spectrum.ConfidenceInterval(0.9, bin);
                covered += low < 2 && 2 < high ? 1 : 0;
                count++;
            }

            var (lowEdge, highEdge) = spectrum.ConfidenceInterval(0.9, 32);
            edge += lowEdge < 1 && 1 < highEdge ? 1 : 0;
        }

        Assert.Equal(0.9, covered / (double)count, 0.025);
        Assert.Equal(0.9, edge / (double)trials, 0.05);
    }

    [Fact]
    public void Too_short_a_run_is_not_enough()
    {
        var estimator = new WelchEstimator(100, new WelchOptions(50, 25));
        estimator.Add(new double[49]);
        Assert.False(estimator.HasEnough);
        Assert.Throws<InvalidOperationException>(() => estimator.Estimate());
        Assert.Throws<ArgumentException>(() => Welch.Estimate(new double[49], 100, new WelchOptions(50, 25)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10)]
    [InlineData(10, -1)]
    public void Windows_that_do_not_advance_are_refused(int length, int overlap) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WelchEstimator(100, new WelchOptions(length, overlap)));
}

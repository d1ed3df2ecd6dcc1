using Isonomia.Measurement.Biomarkers.Hurst;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Hurst;

public class HurstTests
{
    private static readonly SampleRange[] All = [new(0, 32768)];

    // NeuroDSP's fluctuations (windows side by side, root of the mean square in each, averaged as squares) on the same
    // noise, and nolds' exponents; nolds spaces lengths and overlaps windows otherwise, hence its tolerance.
    [Theory]
    [InlineData("fgn_H0.5_n32768.npy")]
    [InlineData("fgn_H0.7_n32768.npy")]
    public void Fluctuations_and_exponents_are_near_those_of_other_tools(string name)
    {
        var noise = NpyFile.Vector(SharedData.Path("reference/vectors/" + name));
        var reference = SharedData.Reference("dfa_hurst_synthetic.json").GetProperty("results").GetProperty(name);
        double[][] profile = [ProfileFluctuation.Profile(noise)];
        var scales = reference.GetProperty("neurodsp_dfa_scales").Numbers();
        var flucs = reference.GetProperty("neurodsp_dfa_flucs").Numbers();
        for (var i = 0; i < scales.Length; i++)
            Assert.Equal(1, ProfileFluctuation.Of(profile, (int)scales[i]) / flucs[i], 0.05);

        int[] sizes = [.. new ScaleRange(16, 4096).Sizes()];
        Assert.Equal(reference.GetProperty("nolds_dfa_order1").GetDouble(), ProfileFluctuation.Exponent(noise, All, sizes), 0.03);
        // nolds fits the middle quarter of log lengths, by RANSAC.
        int[] middle = [.. new ScaleRange(50, 560).Sizes()];
        Assert.Equal(reference.GetProperty("nolds_hurst_rs").GetDouble(), RescaledRange.Exponent(noise, All, middle), 0.05);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public void All_three_find_the_exponent_of_fractional_noise_and_the_wavelets_know_their_error(double hurst)
    {
        const int Signals = 24;
        var (generator, noise) = (new FractionalGaussianNoise(hurst, 16_384), new double[16_384]);
        var (dfa, range, scores, wavelet) = (0.0, 0.0, 0.0, 0.0);
        var sizes = new ScaleRange(16, 2048).Sizes();
        SampleRange[] whole = [new(0, noise.Length)];
        for (var i = 0; i < Signals; i++)
        {
            generator.Fill(new RandomStream(i, "hurst"), noise);
            dfa += ProfileFluctuation.Exponent(noise, whole, sizes) / Signals;
            range += RescaledRange.Exponent(noise, whole, sizes) / Signals;
            var (found, error) = WaveletScaling.Exponent(noise, whole, 16, 2048)!.Value;
            wavelet += found / Signals;
            scores += Math.Pow((found - hurst) / error, 2) / Signals;
        }

        Assert.Equal(hurst, dfa, 0.03);
        Assert.Equal(hurst, wavelet, 0.03);
        // The rescaled range falls short of persistent noise, more the more persistent (Weron 2002).
        Assert.InRange(range, hurst - 0.1, hurst + 0.03);
        // Mean square of standard normal numbers, within 3.5 of its standard deviation; Haar details are slightly correlated.
        Assert.InRange(scores, 0.4, 1 + 3.5 * Math.Sqrt(2.0 / Signals) + 0.2);
    }

    // The expectation of Anis and Lloyd 1976 beside simulated noise, to the scatter of that.
    [Theory]
    [InlineData(20)]
    [InlineData(400)]
    public void The_rescaled_range_of_white_noise_is_as_expected(int size)
    {
        var noise = new double[1 << 17];
        new RandomStream(4, "white").FillNormal(noise);
        Assert.Equal(1, RescaledRange.Mean(noise, [new(0, noise.Length)], size) / RescaledRange.OfWhiteNoise(size), 0.05);
    }

    [Fact]
    public void The_biomarker_keeps_to_what_filters_leave_alone_and_says_where_nothing_is_left()
    {
        var noise = new double[20_000];
        new RandomStream(4, "white").FillNormal(noise);
        var free = (HurstResult)new HurstBiomarker().Measure(TestChannel.Of(100, noise));
        Assert.Equal(0.5, free.Fluctuation.Value, 0.05);
        Assert.Equal(0.16, free.LeastSeconds, 1e-9);
        Assert.Empty(free.Warnings);
        var filtered = TestChannel.Signal(100, noise) with { Passband = new Measurement.Settings.Interval(0.5, 50) };
        var narrow = (HurstResult)new HurstBiomarker().Measure(TestChannel.Of(filtered));
        Assert.InRange(narrow.MostSeconds, 0.5, 1);
        Assert.Single(narrow.Warnings);
        var none = (HurstResult)new HurstBiomarker().Measure(TestChannel.Of(100, new double[20]));
        Assert.False(none.Fluctuation.IsDefined);
        var flat = (HurstResult)new HurstBiomarker().Measure(TestChannel.Of(100, new double[20_000]));
        Assert.False(flat.Fluctuation.IsDefined || flat.Wavelet.IsDefined || flat.Range.IsDefined);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(21)]
    public void The_rescaled_range_is_that_of_sums_one_after_the_other(int size)
    {
        // By definition; far from nought, where differences of profiles lose most: rounding of a thousand sums near 1e6.
        double[] noise = [.. FirstNoise(1000).Select(x => 1e3 + x)];
        var (total, windows) = (0.0, 0);
        for (var first = 0; first + size <= noise.Length; first += size, windows++)
        {
            var window = noise[first..(first + size)];
            var mean = window.Average();
            var (sum, low, high) = (0.0, 0.0, 0.0);
            foreach (var x in window)
            {
                sum += x - mean;
                (low, high) = (Math.Min(low, sum), Math.Max(high, sum));
            }

            total += (high - low) / Math.Sqrt(window.Sum(x => (x - mean) * (x - mean)) / (size - 1));
        }

        Assert.Equal(total / windows, RescaledRange.Mean(noise, [new(0, noise.Length)], size), 1e-9);
    }

    [Fact]
    public void What_does_not_vary_has_no_rescaled_range() =>
        Assert.Equal(double.NaN, RescaledRange.Mean([.. Enumerable.Repeat(0.1, 64)], [new(0, 64)], 16));

    private static double[] FirstNoise(int count)
    {
        var stream = new RandomStream(11, "range");
        return [.. Enumerable.Range(0, count).Select(_ => stream.Normal())];
    }
}

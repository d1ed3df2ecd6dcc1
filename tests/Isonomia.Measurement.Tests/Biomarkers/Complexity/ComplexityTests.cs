using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Complexity;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Complexity;

public class ComplexityTests
{
    private static readonly IBiomarker[] Windowed =
    [
        new LempelZivBiomarker(), new SampleEntropyBiomarker(), new PermutationEntropyBiomarker(),
        new SpectralEntropyBiomarker(),
    ];

    [Fact]
    public void Noise_is_more_complex_than_a_rhythm_by_every_measure()
    {
        var noise = TestChannel.Of(100, Noise(6000));
        var rhythm = TestChannel.Of(
            100, [.. Enumerable.Range(0, 6000).Select(i => Math.Sin(2 * Math.PI * 5.03 * i / 100))]);

        Assert.All(Windowed, b => Assert.True(Measure(b, noise).Value.Value > 1.5 * Measure(b, rhythm).Value.Value));
    }

    [Fact]
    public void White_noise_has_the_entropies_of_theory()
    {
        var channel = TestChannel.Of(100, Noise(100_000));

        // Sample entropy of Gaussian white noise: -ln P(|a - b| <= r sd) = -ln erf(r / 2) = 2.1849 at r = 0.2.
        Assert.Equal(2.1849, Measure(new SampleEntropyBiomarker(), channel).Value.Value, 0.03);
        // Six equally likely orders.
        Assert.Equal(1, Measure(new PermutationEntropyBiomarker(), channel).Value.Value, 0.01);
        // Lempel and Ziv's limit of n / log2 n phrases is approached from above.
        Assert.InRange(Measure(new LempelZivBiomarker(), channel).Value.Value, 1, 1.12);
    }

    [Fact]
    public void Neither_unit_nor_offset_matters()
    {
        var x = Noise(3000);
        var other = x.Select(v => (v * 1048576) + 4194304).ToArray();

        Assert.All(Windowed, b => Assert.Equal(
            Measure(b, TestChannel.Of(100, x)).Value.Value, Measure(b, TestChannel.Of(100, other)).Value.Value, 1e-6));
    }

    [Fact]
    public void The_mean_over_ten_second_windows_is_reported_with_its_error()
    {
        var x = Noise(6500);
        var result = Measure(new LempelZivBiomarker(), TestChannel.Of(100, x));
        var windows = x.Chunk(1000).Take(6)
            .Select(w => Measure(new LempelZivBiomarker(), TestChannel.Of(100, w)).Value.Value).ToArray();

        Assert.Equal(6, result.Windows);
        Assert.Equal(10, result.WindowSeconds);
        Assert.Equal(windows.Average(), result.Value.Value, 1e-12);
        var squares = windows.Sum(w => Math.Pow(w - windows.Average(), 2));
        Assert.Equal(Math.Sqrt(squares / 5), result.StandardDeviation, 1e-12);
        // Six windows: two-sided 95 % of Student's t with 5 degrees of freedom is 2.5706.
        var (low, high) = result.Value.Confidence95!.Value;
        Assert.Equal(2.5706 * result.Value.StandardError!.Value, (high - low) / 2, 1e-4 * high);
    }

    [Fact]
    public void Windows_lie_within_usable_parts()
    {
        var x = Noise(6000);
        Array.Fill(x, 1e6, 2100, 100);
        SampleRange[] usable = [new(0, 2100), new(2200, 950), new(3150, 2850)];
        var signal = TestChannel.Signal(100, x) with { Usable = usable };

        var result = Measure(new SampleEntropyBiomarker(), TestChannel.Of(signal));

        Assert.Equal(4, result.Windows);
        // White noise has 2.18 here; a window with the artefact in it, next to nothing.
        Assert.InRange(result.Value.Value, 2.05, 2.35);
        Assert.InRange(result.StandardDeviation, 0, 0.15);
    }

    [Fact]
    public void A_recording_shorter_than_a_window_says_so_and_can_be_taken_whole()
    {
        var x = Noise(900);

        Assert.All(Windowed, b =>
        {
            var tooShort = Measure(b, TestChannel.Of(100, x)).Value;
            Assert.Contains("the longest is 9 s", tooShort.Why, StringComparison.Ordinal);
            Assert.True(Measure(b, TestChannel.Of(100, x, ("complexity.window", "whole"))).Value.IsDefined);
        });
    }

    [Fact]
    public void Flat_windows_are_left_out_and_a_flat_channel_has_no_complexity()
    {
        var x = Noise(4000);
        Array.Fill(x, 3, 1000, 1000);

        Assert.All(Windowed, b =>
        {
            var partly = Measure(b, TestChannel.Of(100, x));
            Assert.Equal(3, partly.Windows);
            Assert.Contains(partly.Warnings, w => w.StartsWith("1 of 4 windows were left out: flat"));
            Assert.StartsWith("flat", Measure(b, TestChannel.Of(100, new double[4000])).Value.Why);
        });
    }

    [Fact]
    public void With_the_tolerance_fixed_white_noise_loses_entropy_with_scale_and_rescaled_it_does_not()
    {
        var x = Noise(20_000);
        var kept = Multiscale(TestChannel.Of(250, x));
        var rescaled = Multiscale(TestChannel.Of(250, x, ("multiscale_entropy.tolerance", "rescaled")));

        // Coarse series of white noise are white noise of 1 / sqrt(s) the deviation: -ln erf(r sqrt(s) / 2).
        Assert.Equal(2.185, kept.Entropies[0].Value, 0.03);
        Assert.Equal(1.516, kept.Entropies[3].Value, 0.03);
        Assert.Equal(2.185, rescaled.Entropies[3].Value, 0.06);
        Assert.Equal(kept.Entropies.Sum(e => e.Value), kept.ComplexityIndex.Value, 1e-9);
        Assert.Equal(2, kept.Windows);
    }

    [Fact]
    public void Scales_that_leave_too_few_values_are_undefined()
    {
        var result = Multiscale(TestChannel.Of(50, Noise(6000)));

        // 30 s at 50 Hz are 1,500 values: 100 at scale 15, 93 at scale 16.
        Assert.True(result.Entropies[14].IsDefined);
        Assert.Contains("93 values left at scale 16", result.Entropies[15].Why, StringComparison.Ordinal);
        Assert.Contains("multiscale_entropy.window", result.ComplexityIndex.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(0, 30)]
    [InlineData(0.6, 30)]
    public void Errors_allow_for_windows_that_resemble_their_neighbours(double likeness, int windows)
    {
        // First-order autoregressive series of known mean. 400 of them: 95 % has a standard error of 1.1 points.
        const int Series = 400;
        var held = 0;
        for (var seed = 0; seed < Series; seed++)
        {
            var draws = new RandomStream(seed, "autoregressive");
            var value = draws.Normal() / Math.Sqrt(1 - (likeness * likeness));
            var values = new double[windows];
            for (var i = 0; i < windows; i++)
                values[i] = value = (likeness * value) + draws.Normal();
            var (low, high) = WindowMean.Of(values).Confidence95!.Value;
            held += low <= 0 && 0 <= high ? 1 : 0;
        }

        Assert.InRange(held / (double)Series, 0.90, 0.99);
    }

    private static ComplexityResult Measure(IBiomarker biomarker, ChannelAnalysis channel) =>
        (ComplexityResult)biomarker.Measure(channel);

    private static MultiscaleEntropyResult Multiscale(ChannelAnalysis channel) =>
        (MultiscaleEntropyResult)new MultiscaleEntropyBiomarker().Measure(channel);

    private static double[] Noise(int count)
    {
        var x = new double[count];
        new RandomStream(7, "noise").FillNormal(x);
        return x;
    }
}

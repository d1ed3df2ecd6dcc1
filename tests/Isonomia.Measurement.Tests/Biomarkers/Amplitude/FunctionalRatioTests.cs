using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;

namespace Isonomia.Measurement.Tests.Biomarkers.Amplitude;

public class FunctionalRatioTests
{
    [Fact]
    public void Without_long_memory_the_ratio_is_undefined_and_says_why()
    {
        var ratio = Measure(TestChannel.Of(100, Rhythm(0.5, 0, 300, 1)));

        Assert.False(ratio.Value.IsDefined);
        Assert.Contains("does not exceed 0.6", ratio.Value.Why, StringComparison.Ordinal);
        Assert.True(ratio.Ungated.IsDefined);
        Assert.True(ratio.DfaExponent.Value < 0.6);
    }

    [Fact]
    public void The_threshold_of_the_exponent_can_be_lowered()
    {
        var ratio = Measure(TestChannel.Of(100, Rhythm(0.5, 0, 300, 1), ("fei.dfa_threshold", "0")));

        Assert.Equal(ratio.Ungated, ratio.Value);
    }

    [Fact]
    public void A_rhythm_whose_louder_moments_fluctuate_more_lies_below_one()
    {
        // Loudness switches between 1 and 3 every 20 s; while loud, it also flickers, in proportion and 0.5 more.
        var quiet = Measure(TestChannel.Of(100, Switching(flickerWhenLoud: 0, flickerWhenQuiet: 0.5)));
        var loud = Measure(TestChannel.Of(100, Switching(flickerWhenLoud: 0.5, flickerWhenQuiet: 0)));

        Assert.True(loud.Ungated.Confidence95!.Value.High < 1, $"{loud.Ungated}");
        Assert.True(quiet.Ungated.Confidence95!.Value.Low > 1, $"{quiet.Ungated}");
    }

    [Fact]
    public void The_ratio_is_one_minus_the_correlation_of_the_windows_it_shows()
    {
        var ratio = Measure(TestChannel.Of(100, Rhythm(0.9, 0.8, 300, 2)));

        var kept = Enumerable.Range(0, ratio.Windows).Where(i => !ratio.Outliers[i]).ToArray();
        var x = kept.Select(i => ratio.Amplitudes[i]).ToArray();
        var y = kept.Select(i => ratio.Fluctuations[i]).ToArray();
        var (mx, my) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        var correlation = covariance / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
        Assert.Equal(1 - correlation, ratio.Ungated.Value, 1e-12);
    }

    [Fact]
    public void Too_few_windows_leave_it_undefined()
    {
        var ratio = Measure(TestChannel.Of(100, Rhythm(0.9, 0.8, 12, 3)));

        Assert.Contains("6 windows of fei.window=5 s, 10 needed", ratio.Ungated.Why, StringComparison.Ordinal);
        Assert.False(ratio.Value.IsDefined);
    }

    [Fact]
    public void The_interval_is_the_same_at_every_run()
    {
        var x = Rhythm(0.9, 0.8, 120, 4);

        Assert.Equal(Measure(TestChannel.Of(100, x)).Ungated, Measure(TestChannel.Of(100, x)).Ungated);
    }

    [Fact]
    public void Intervals_hold_the_true_ratio_as_often_as_they_say()
    {
        // The truth is the mean over the signals themselves; 95 % of 200 has a standard error of 1.5 points.
        const int Signals = 200;
        var ratios = Enumerable.Range(0, Signals).AsParallel().Select(seed => Measure(TestChannel.Of(
            50, ScaleFreeNoise.Rhythm(0.8, 0.5, 8, 13, 50, 50 * 120, seed), ("dfa.bands", "alpha"))).Ungated).ToArray();

        var truth = ratios.Average(r => r.Value);
        var held = ratios.Count(r => r.Confidence95!.Value.Low <= truth && truth <= r.Confidence95.Value.High);
        Assert.InRange(held / (double)Signals, 0.89, 0.99);
    }

    private static BandRatio Measure(ChannelAnalysis channel) =>
        ((FunctionalRatioResult)new FunctionalRatioBiomarker().Measure(channel)).Find("alpha")!;

    private static double[] Rhythm(double hurst, double depth, int seconds, long seed) =>
        ScaleFreeNoise.Rhythm(hurst, depth, 8, 13, 100, seconds * 100, seed);

    private static double[] Switching(double flickerWhenLoud, double flickerWhenQuiet) =>
        [.. Enumerable.Range(0, 30_000).Select(i =>
        {
            var loud = i / 2000 % 2 == 1;
            var flicker = Math.Sin(2 * Math.PI * 0.7 * i / 100) * (loud ? flickerWhenLoud : flickerWhenQuiet);
            return (loud ? 3 : 1) * (1 + flicker) * Math.Cos(2 * Math.PI * 10 * i / 100);
        })];
}

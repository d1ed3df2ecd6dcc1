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

        var kept = ratio.Shown.Where(w => !w.IsOutlier).ToArray();
        var x = kept.Select(w => w.Amplitude).ToArray();
        var y = kept.Select(w => w.Fluctuation).ToArray();
        var (mx, my) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        var correlation = covariance / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
        Assert.Equal(1 - correlation, ratio.Ungated.Value, 1e-12);
        Assert.Equal(covariance / x.Sum(a => (a - mx) * (a - mx)), ratio.Trend!.Value.Slope, 1e-9);
        Assert.Equal(my, ratio.Trend.Value.At(mx), 1e-9);
    }

    [Fact]
    public void Of_an_hour_a_part_of_the_windows_is_kept_for_drawing_and_all_of_them_count()
    {
        var ratio = Measure(TestChannel.Of(50, ScaleFreeNoise.Rhythm(0.9, 0.8, 8, 13, 50, 3600 * 50, 5)));

        // Windows of 5 s, which hop by 49 samples, in 3,600 s less the first and last second.
        Assert.Equal(((3598 * 50) - 250 - 1) / 49 + 1, ratio.Windows);
        Assert.Equal(BandRatio.MostShown, ratio.Shown.Count);
        var share = ratio.Shown.Count(w => w.IsOutlier) / (double)ratio.Shown.Count;
        Assert.Equal(ratio.Outliers / (double)ratio.Windows, share, 0.01);
        var shown = ratio.Shown.Where(w => !w.IsOutlier).ToArray();
        var loudness = shown.Average(w => w.Amplitude);
        Assert.Equal(ratio.Trend!.Value.At(loudness), shown.Average(w => w.Fluctuation),
            0.05 * shown.Average(w => w.Fluctuation));
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

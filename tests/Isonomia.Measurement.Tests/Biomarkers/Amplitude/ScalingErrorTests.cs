using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Tests.Biomarkers.Amplitude;

public class ScalingErrorTests
{
    // 300 signals: the share of intervals that hold the truth has a standard error of 1.3 percentage points at 95 %.
    private const int Signals = 300;

    [Theory]
    [InlineData(0.5, 300)]
    [InlineData(0.7, 60)]
    [InlineData(0.7, 300)]
    [InlineData(0.9, 300)]
    public void Intervals_hold_the_true_exponent_as_often_as_they_say(double hurst, int seconds)
    {
        const double Rate = 20;
        var range = new Interval(5, 30);
        WindowGrid[] grids = [.. FluctuationFunction.Sizes(Rate, range).Select(s => WindowGrid.Overlapping(s, 0.5))];
        var (held, plainHeld) = (0, 0);
        for (var seed = 0; seed < Signals; seed++)
        {
            var noise = BandEnvelope.Given(Rate, ScaleFreeNoise.Fractional(hurst, (int)(seconds * Rate), seed));
            var line = FluctuationFunction.Of(Rate, DetrendedWindows.Of(noise, grids)).Fit(range)!;
            held += Math.Abs(line.Slope - hurst) < 1.96 * line.StandardError ? 1 : 0;
            plainHeld += Math.Abs(line.Slope - hurst) < 1.96 * RegressionError(line) ? 1 : 0;
        }

        Assert.InRange(held / (double)Signals, 0.90, 0.99);
        // What the residuals of the regression alone would have claimed: why this class exists.
        Assert.True(plainHeld / (double)Signals < 0.75, $"the plain regression error held {plainHeld} of {Signals}");
    }

    [Fact]
    public void A_recording_four_times_as_long_halves_the_error()
    {
        var errors = new[] { 300, 1200 }.Select(seconds => Line(0.7, seconds).StandardError).ToArray();

        Assert.InRange(errors[0] / errors[1], 1.8, 2.4);
    }

    private static ScalingLine Line(double hurst, int seconds)
    {
        var noise = BandEnvelope.Given(20, ScaleFreeNoise.Fractional(hurst, seconds * 20, 1));
        var range = new Interval(5, 30);
        return FluctuationFunction.Of(20, DetrendedWindows.Of(noise,
            [.. FluctuationFunction.Sizes(20, range).Select(s => WindowGrid.Overlapping(s, 0.5))])).Fit(range)!;
    }

    private static double RegressionError(ScalingLine line)
    {
        var x = line.Windows.Select(w => Math.Log10(w.Grid.Size)).ToArray();
        var mean = x.Average();
        var residual = line.Windows.Sum(w => Math.Pow(
            Math.Log10(w.MeanFluctuation) - line.Intercept - (line.Slope * Math.Log10(w.Grid.Size)), 2));
        return Math.Sqrt(residual / (x.Length - 2) / x.Sum(v => (v - mean) * (v - mean)));
    }
}

using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Tests.Biomarkers.Amplitude;

public class DetrendedFluctuationTests
{
    [Fact]
    public void An_amplitude_with_memory_has_a_higher_exponent_than_one_without()
    {
        var without = Measure(TestChannel.Of(100, Rhythm(0.5, 0, 300)));
        var with = Measure(TestChannel.Of(100, Rhythm(0.9, 0.8, 300)));

        // Truth: 0.5 for filtered white noise, whatever its amplitude distribution.
        var exponent = without.Find("alpha")!.Exponent;
        Assert.InRange(0.5, exponent.Confidence95!.Value.Low, exponent.Confidence95.Value.High);
        Assert.True(with.Find("alpha")!.Exponent.Value > exponent.Value + (2 * exponent.StandardError!.Value));
    }

    [Fact]
    public void The_exponent_does_not_depend_on_the_unit()
    {
        var volts = Rhythm(0.8, 0.5, 120);
        var microvolts = volts.Select(v => v * 1e6).ToArray();

        Assert.Equal(
            Measure(TestChannel.Of(100, volts)).Find("alpha")!.Exponent.Value,
            Measure(TestChannel.Of(100, microvolts)).Find("alpha")!.Exponent.Value,
            1e-12);
    }

    [Fact]
    public void A_minute_suffices_for_half_minute_windows_but_is_said_to_be_little()
    {
        var result = Measure(TestChannel.Of(100, Rhythm(0.7, 0.5, 60)));

        Assert.True(result.Find("alpha")!.Exponent.IsDefined);
        Assert.Equal(3, result.Find("alpha")!.LongestWindows);
        Assert.Contains(result.Warnings, w => w.Contains("only 3 windows of 28.2 s"));
    }

    [Fact]
    public void Half_a_minute_is_too_short_unless_shorter_windows_are_asked_for()
    {
        var x = Rhythm(0.7, 0.5, 30);

        var tooShort = Measure(TestChannel.Of(100, x)).Find("alpha")!;
        var shorter = Measure(TestChannel.Of(100, x, ("dfa.range", "1:10"))).Find("alpha")!;

        Assert.False(tooShort.Exponent.IsDefined);
        Assert.Contains("dfa.range", tooShort.Exponent.Why, StringComparison.Ordinal);
        Assert.Contains("28 s", tooShort.Exponent.Why, StringComparison.Ordinal);
        Assert.True(shorter.Exponent.IsDefined);
    }

    [Fact]
    public void Pieces_too_short_for_the_windows_do_not_add_up()
    {
        // Five minutes in stretches of ten seconds: long enough in sum, nowhere long enough.
        SampleRange[] stretches = [.. Enumerable.Range(0, 30).Select(i => new SampleRange(1000 * i, 1000))];
        var signal = TestChannel.Signal(100, Rhythm(0.7, 0.5, 300)) with { Continuous = stretches, Usable = stretches };

        var exponent = Measure(TestChannel.Of(signal)).Find("alpha")!.Exponent;

        Assert.False(exponent.IsDefined);
        Assert.Contains("longest uninterrupted usable run being 8 s", exponent.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7.3)]
    public void A_flat_channel_has_no_exponent(double level)
    {
        var x = new double[30_000];
        Array.Fill(x, level);

        Assert.All(Measure(TestChannel.Of(100, x)).Bands, b => Assert.StartsWith("flat", b.Exponent.Why));
    }

    [Fact]
    public void A_band_beyond_half_the_sampling_rate_is_undefined_and_the_others_are_not()
    {
        var result = Measure(TestChannel.Of(80, Rhythm(0.7, 0.5, 300)[..24_000]));

        Assert.Contains("half the sampling rate is 40 Hz", result.Find("gamma")!.Exponent.Why);
        Assert.True(result.Find("alpha")!.Exponent.IsDefined);
    }

    [Fact]
    public void A_band_that_the_recording_s_filters_have_cut_is_warned_of()
    {
        var signal = TestChannel.Signal(100, Rhythm(0.7, 0.5, 300)) with { Passband = new Interval(0.5, 40) };

        var warnings = Measure(TestChannel.Of(signal)).Warnings;

        Assert.Contains(warnings, w => w.StartsWith("gamma:", StringComparison.Ordinal));
    }

    [Fact]
    public void Bands_can_be_chosen_and_a_band_that_is_none_is_refused()
    {
        var x = Rhythm(0.7, 0.5, 60);

        Assert.Equal(["theta", "beta"],
            Measure(TestChannel.Of(100, x, ("dfa.bands", "theta, beta"))).Bands.Select(b => b.Band.Name));
        var refusal = Assert.Throws<SettingException>(() => Measure(TestChannel.Of(100, x, ("dfa.bands", "alpa"))));
        Assert.Contains("did you mean 'alpha'", refusal.Message, StringComparison.Ordinal);
    }

    private static DetrendedFluctuationResult Measure(ChannelAnalysis channel) =>
        (DetrendedFluctuationResult)new DetrendedFluctuationBiomarker().Measure(channel);

    private static double[] Rhythm(double hurst, double depth, int seconds) =>
        ScaleFreeNoise.Rhythm(hurst, depth, 6, 20, 100, seconds * 100, 11);
}

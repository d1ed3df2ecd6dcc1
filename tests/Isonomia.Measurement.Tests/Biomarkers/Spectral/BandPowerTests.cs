using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Tests.Biomarkers.Spectral;

public sealed class BandPowerTests
{
    [Theory]
    [InlineData("welch", "mean")]
    [InlineData("welch", "median")]
    [InlineData("multitaper", "mean")]
    public void Nineteen_of_twenty_intervals_hold_the_true_power(string method, string average)
    {
        // Truth: the integral of 100/f^1.2. 200 signals: 95 % +/- 1.5 % if the stated error is right; half a bin's
        // curvature and the median's approximate error are allowed for.
        var truth = (Alpha: Integral(8, 13), Share: Integral(8, 13) / Integral(1, 45));
        var (absolute, relative, count) = (0, 0, 0);
        foreach (var signal in Noise.Signals(200, 60, f => 100 / Math.Pow(f, 1.2)))
        {
            var result = (BandPowerResult)new BandPowerBiomarker().Measure(Noise.Analysis(
                signal, ("spectrum.method", method), ("spectrum.average", average), ("spectrum.bandwidth", "1")));
            var alpha = result.Bands.Single(b => b.Band.Name == "alpha");
            absolute += Holds(alpha.Absolute, truth.Alpha) ? 1 : 0;
            relative += Holds(alpha.Relative, truth.Share) ? 1 : 0;
            count++;
        }

        Assert.InRange(absolute / (double)count, 0.90, 0.99);
        Assert.InRange(relative / (double)count, 0.90, 0.99);
    }

    [Fact]
    public void Relative_powers_of_bands_that_fill_the_total_add_up_to_one()
    {
        var signal = Noise.Signals(1, 20, _ => 1).Single();
        var result = (BandPowerResult)new BandPowerBiomarker().Measure(Noise.Analysis(signal));
        Assert.Equal(1, result.Bands.Sum(b => b.Relative.Value), 1e-12);
    }

    [Fact]
    public void A_band_beyond_half_the_sampling_rate_is_undefined_and_says_so()
    {
        var signal = Noise.Signals(1, 20, _ => 1).Single();
        var analysis = Noise.Analysis(signal, ("bands.ripple", "100:200"));
        var result = (BandPowerResult)new BandPowerBiomarker().Measure(analysis);
        Assert.Contains("125 Hz", result.Bands.Single(b => b.Band.Name == "ripple").Absolute.Why);
        Assert.True(result.Bands.Single(b => b.Band.Name == "alpha").Relative.IsDefined);
    }

    [Theory]
    [InlineData(0, "flat")]
    [InlineData(double.NaN, "not finite")]
    public void A_dead_channel_has_no_power_and_a_reason(double value, string reason)
    {
        var samples = new double[5000];
        Array.Fill(samples, value);
        var result = (BandPowerResult)new BandPowerBiomarker().Measure(Noise.Analysis(samples));
        Assert.All(result.Bands, b => Assert.Contains(reason, b.Absolute.Why));
    }

    [Fact]
    public void Pieces_shorter_than_a_window_give_no_spectrum_and_windows_never_span_a_gap()
    {
        var samples = Noise.Signals(1, 20, _ => 1).Single();
        var whole = Noise.Analysis(samples);
        ChannelSpectrum Of(params SampleRange[] usable) =>
            ChannelSpectrum.Of(new ChannelAnalysis(whole.Signal with { Usable = usable }, whole.Settings));
        Assert.Contains("the longest is 1.6 s", Of(new(0, 400), new(1000, 300)).Why);
        // Windows of 500 samples every 250: at 0 and 250 in the first piece, at 800, 1050 and 1300 in the second.
        Assert.Equal(5, Of(new(0, 799), new(800, 1000)).Estimate!.Averages);
    }

    private static bool Holds(Measured measured, double truth) =>
        measured.Confidence95 is var (low, high) && low <= truth && truth <= high;

    private static double Integral(double low, double high) =>
        100 / -0.2 * (Math.Pow(high, -0.2) - Math.Pow(low, -0.2));
}

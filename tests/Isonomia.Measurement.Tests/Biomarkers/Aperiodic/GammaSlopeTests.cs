using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Aperiodic;

public sealed class GammaSlopeTests
{
    [Fact]
    public void Hippocampal_slope_is_that_of_a_bisquare_regression()
    {
        // reference/gao2017_slopes.json: statsmodels' bisquare over 21 bins of 1 Hz. MATLAB's, which the paper used
        // and which adjusts for leverage, is implemented here.
        var expected = SharedData.Reference("gao2017_slopes.json").GetProperty("real").GetProperty("hc2 lfp 30-50");
        var recording = ReferenceRecording.Read("hc2_lfp_spikes/lfp_example.mat");
        var analysis = recording.Analysis("lfp", ("spectrum.window", "1s"));
        var slope = ((GammaSlopeResult)new GammaSlopeBiomarker().Measure(analysis)).Slope;
        Assert.Equal(expected.GetProperty("statsmodels_RLM_bisquare_slope").GetDouble(), slope.Value, 0.02);
    }

    [Fact]
    public void More_inhibition_steepens_the_slope_of_simulated_field_potentials_as_the_theory_says()
    {
        // Simulations of 300 s with inhibition 2, 4 and 6 times excitation, and the exact slopes of their spectra.
        var exact = SharedData.Reference("gao2017_slopes.json").GetProperty("analytic");
        var file = SharedData.Path("reference/vectors/gao2017_sim_lfp_1kHz_300s_int16_x10.npz");
        for (var ratio = 2; ratio <= 6; ratio += 2)
        {
            using var recording = RecordingFile.Open(
                file, new ReadingOptions { SamplingRate = 1000, Variable = $"ratio{ratio}_x10_int16" });
            var signal = Signal.Whole(recording.Channels[0], recording.ReadAll(0));
            var analysis = new ChannelAnalysis(signal, RecordingMeasurer.DefaultSettings.With("spectrum.window", "1s"));
            var slope = ((GammaSlopeResult)new GammaSlopeBiomarker().Measure(analysis)).Slope;
            var truth = exact.GetProperty($"{ratio}").GetProperty("ols_slope_30_50_1Hz_grid").GetDouble();
            // Three standard errors hold the truth in 99.7 % of simulations.
            var error = slope.StandardError!.Value;
            Assert.InRange(truth, slope.Value - 3 * error, slope.Value + 3 * error);
            Assert.InRange(error, 0.01, 0.1);
        }
    }

    [Fact]
    public void A_short_recording_is_warned_of_because_its_error_hides_the_effect()
    {
        var signal = Noise.Signals(1, 20, f => 100 / f).Single();
        var result = new GammaSlopeBiomarker().Measure(Noise.Analysis(signal));
        Assert.Contains(result.Warnings, w => w.Contains("too short"));
        Assert.Empty(new GammaSlopeBiomarker().Measure(Noise.Analysis(
            Noise.Signals(1, 900, f => 100 / f).Single())).Warnings);
    }

    [Fact]
    public void Nineteen_of_twenty_intervals_hold_the_true_slope()
    {
        var held = Noise.Signals(200, 60, f => 100 / (f * f)).Count(signal =>
        {
            var slope = ((GammaSlopeResult)new GammaSlopeBiomarker().Measure(Noise.Analysis(signal))).Slope;
            return slope.Confidence95 is var (low, high) && low <= -2 && high >= -2;
        });
        // 190 expected of 200, +/- 3.
        Assert.InRange(held, 178, 199);
    }

    [Fact]
    public void Line_noise_is_left_out_and_a_low_pass_filter_below_50_Hz_leaves_no_slope()
    {
        var samples = Noise.Signals(1, 300, f => 1 / f).Single();
        var clean = Noise.Analysis(samples);
        var hum = Noise.Analysis([.. samples.Select((s, i) => s + 5 * Math.Sin(2 * Math.PI * 50 * i / 250))]);
        var told = new ChannelAnalysis(hum.Signal with { LineFrequency = 50 }, hum.Settings);
        Measured Slope(ChannelAnalysis channel) => ((GammaSlopeResult)new GammaSlopeBiomarker().Measure(channel)).Slope;
        Assert.Equal(Slope(clean).Value, Slope(told).Value, 0.1);
        var filtered = new ChannelAnalysis(clean.Signal with { Passband = new(0, 45) }, clean.Settings);
        Assert.Contains("filter", Slope(filtered).Why);
    }
}

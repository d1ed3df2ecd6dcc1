using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Criticality;
using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Numerics.Random;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Criticality.Branching;

public class BranchingTests
{
    private const string Retina = "Hennig2011_spikes_P5_Bic_10uM_16_Mar_2010_";

    [Theory]
    [InlineData(Retina + "bic_day2.h5", 0.004, "4ms k=1..500")]
    [InlineData(Retina + "bic_day2.h5", 0.1, "100ms k=1..300")]
    [InlineData(Retina + "control_day1.h5", 0.004, "4ms k=1..500")]
    [InlineData("Hennig2011_spikes_P9_Bic_10uM_4_Mar_2010_control_day1.h5", 0.1, "100ms k=1..300")]
    public void Slopes_of_real_spikes_are_those_of_mrestimator(string name, double bin, string which)
    {
        Hdf5Writer.Require();
        var expected = SharedData.Reference("mrestimator.json").GetProperty("results")
            .GetProperty($"{name}|population dt={which}");
        using var recording = RecordingFile.Open(SharedData.Path("hennig2011_retina_bicuculline/" + name));
        double[] spikes = [.. recording.Header.Spikes.SelectMany(t => t.Times).Order()];
        var activity = ActivityBins.Of(spikes, spikes[0], spikes[^1], bin);
        var slopes = expected.GetProperty("rk_all").Numbers();
        Assert.InRange(activity.Length - expected.GetProperty("length").GetDouble(), -1, 1);
        var found = LaggedRegression.Of([activity], slopes.Length)!;
        // The recording's clock has 0.1 ms, so that bins end on spikes, which rounding puts into one bin or the other.
        for (var k = 0; k < slopes.Length; k++)
            Assert.Equal(slopes[k], found.Slopes[k], 0.02);
        Assert.Equal(slopes.Average(), found.Slopes.Average(), 1e-3);
        Assert.Equal(1, MultistepRegression.Fit(found.Slopes).TauSteps * bin * 1000
            / expected.GetProperty("fit_exp").GetProperty("tau_ms").GetDouble(), 0.02);
    }

    [Theory]
    [InlineData("branching_m0.98_a10_L100000_trials1_sub1_seed42")]
    [InlineData("branching_m0.98_a10_L100000_trials1_sub0.1_seed42")]
    [InlineData("branching_m0.9_a100_L20000_trials5_sub1_seed42")]
    public void Sparse_sums_give_the_slopes_of_dense_ones_and_the_offset_is_that_of_mrestimator(string name)
    {
        var trials = NpyFile.Rows(SharedData.Path($"reference/vectors/{name}.npy"));
        var reference = SharedData.Reference("mrestimator.json").GetProperty("results").GetProperty(name);
        var expected = reference.GetProperty("rk_all").Numbers();
        if (trials.Length == 1)
        {
            var found = LaggedRegression.Of([Binned(trials[0])], expected.Length)!;
            for (var k = 0; k < expected.Length; k++)
                Assert.Equal(expected[k], found.Slopes[k], 1e-9);
        }

        var fit = reference.GetProperty("fit_exp_offset");
        var offset = MultistepRegression.FitWithOffset(expected);
        // Both minimise the same sum of squares; theirs stops at a relative change of 1.5e-8.
        Assert.Equal(fit.GetProperty("ssres").GetDouble(), offset.Residual, 1e-9);
        Assert.Equal(1, offset.TauSteps / fit.GetProperty("tau_ms").GetDouble(), 1e-4);
        Assert.Equal(fit.GetProperty("popt")[1].GetDouble(), offset.Amplitude, 1e-4);
        Assert.Equal(fit.GetProperty("popt")[2].GetDouble(), offset.Offset, 1e-4);
    }

    [Fact]
    public void Parts_count_together_and_no_pair_spans_a_gap()
    {
        var activity = Process(0.9, 10, 20_000, 1, 5);
        var whole = LaggedRegression.Of([Binned(activity)], 40)!.Slopes;
        var parts = LaggedRegression.Of([Binned(activity[..9000]), Binned(activity[9000..])], 40)!.Slopes;
        Assert.NotEqual(whole, parts);
        for (var k = 0; k < whole.Length; k++)
            Assert.Equal(whole[k], parts[k], 0.02);
    }

    // A tenth of the events: the naive estimate falls, the regression does not.
    [Fact]
    public void The_branching_parameter_does_not_depend_on_the_part_that_is_recorded()
    {
        var process = Process(0.95, 5, 200_000, 0.1, 7);
        var found = Measure(process);
        Assert.InRange(0.95, found.M.Confidence95!.Value.Low, found.M.Confidence95.Value.High);
        Assert.Equal(0.95, found.M.Value, 0.01);
        Assert.True(found.NaiveM.Value < 0.75, $"{found.NaiveM.Value}");
        Assert.True(found.Consistent, string.Join("; ", found.Warnings));
        Assert.Equal(1 / (1 - found.M.Value), found.Susceptibility.Value, 1e-9);
        Assert.Equal(-0.004 / Math.Log(found.M.Value), found.TauSeconds.Value, 1e-9);
    }

    [Fact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        const int Processes = 20;
        var held = Enumerable.Range(0, Processes).Count(i =>
            Measure(Process(0.9, 5, 20_000, 0.5, 100 + i), "200ms").M.Confidence95 is var (low, high) && low <= 0.9 && 0.9 <= high);
        // Binomial: below 15 of 20 has a probability of 0.01 even at 90 %, and 3e-4 at 95 %.
        Assert.InRange(held, 15, Processes);
    }

    [Fact]
    public void Poisson_activity_has_no_memory_and_drifts_are_named()
    {
        var stream = new RandomStream(1, "poisson");
        var poisson = Measure([.. Enumerable.Range(0, 20_000).Select(_ => (double)stream.Poisson(2))]);
        Assert.Contains("no memory", poisson.M.Why, StringComparison.Ordinal);
        // A rate that doubles half-way adds an offset to every slope.
        var process = Process(0.8, 10, 40_000, 1, 3);
        var drift = Measure([.. process.Select((x, t) => t < 20_000 ? x : x + 10)]);
        Assert.False(drift.Consistent);
        Assert.Contains(drift.Warnings, w => w.Contains("offset", StringComparison.Ordinal));
        Assert.Equal(0.8, drift.OffsetM.Value, 0.03);
    }

    private static ActivityBins Binned(double[] activity)
    {
        double[] events = [.. activity.SelectMany((x, t) => Enumerable.Repeat(t + 0.5, (int)x))];
        return ActivityBins.Of(events, 0, activity.Length, 1);
    }

    private static BranchingResult Measure(double[] activity, string range = "400ms")
    {
        double[] events = [.. activity.SelectMany((x, t) => Enumerable.Repeat(0.004 * (t + 0.5), (int)x))];
        var settings = new MeasureSettings(BiomarkerLibrary.Settings).With("branching.range", range);
        return (BranchingResult)new BranchingBiomarker().Measure(
            new SpikeAnalysis("E", [new SpikeTrain("all", events)], 0.004 * activity.Length, settings));
    }

    // Poisson offspring, and a drive that keeps the mean at `mean`; each event is seen with a probability.
    private static double[] Process(double m, double mean, int steps, double seen, int seed)
    {
        var (stream, activity, now) = (new RandomStream(seed, "branching"), new double[steps], (long)mean);
        for (var t = 0; t < steps; t++)
        {
            now = stream.Poisson(m * now + (1 - m) * mean);
            activity[t] = seen < 1 ? stream.Binomial(now, seen) : now;
        }

        return activity;
    }
}

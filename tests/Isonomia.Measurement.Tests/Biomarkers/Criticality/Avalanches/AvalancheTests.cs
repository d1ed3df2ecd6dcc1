using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Criticality;
using Isonomia.Measurement.Biomarkers.Criticality.Avalanches;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics.HeavyTails;

namespace Isonomia.Measurement.Tests.Biomarkers.Criticality.Avalanches;

public class AvalancheTests
{
    [Fact]
    public void Avalanches_are_runs_of_occupied_bins()
    {
        // Bins of 1: 2 events, 1, none, 3, none, none, 1.
        var list = AvalancheList.Of([0.1, 0.9, 1.5, 3.0, 3.2, 3.9, 6.5], 0, 1);
        Assert.Equal([3, 3, 1], list.Sizes);
        Assert.Equal([2, 1, 1], list.Durations);
        Assert.Equal([2, 1], list.Profile(2));
        Assert.Equal((0.5 + 0 + 0) / 3, list.NaiveBranching, 1e-15);
    }

    // Mean-field exponents of a critical branching process: tau 3/2, alpha 2, gamma 2 (Harris 1963).
    [Fact]
    public void A_critical_branching_process_has_mean_field_exponents_and_one_shape()
    {
        var critical = Judge(Cascades(1.0, 20_000, 1));
        Assert.Equal(1.5, critical.Size.Fit!.Alpha, 0.05);
        Assert.Equal(2, critical.Duration.Fit!.Alpha, 0.15);
        // From below: short avalanches are mostly ends, and all durations weigh alike.
        Assert.InRange(critical.Relation.Gamma.Value, 1.65, 2.05);
        Assert.Equal(2, critical.Collapse!.Gamma, 0.25);
        Assert.Equal((critical.Duration.Fit.Alpha - 1) / (critical.Size.Fit.Alpha - 1), critical.Relation.Predicted.Value, 1e-12);
        Assert.Equal(2, critical.Relation.Predicted.Value, 0.3);
        Assert.Equal(1, critical.Kappa.Value, 0.05);
    }

    [Fact]
    public void Kappa_falls_below_one_and_the_cutoff_shows_when_inhibition_wins()
    {
        var subcritical = Judge(Cascades(0.8, 20_000, 2));
        var critical = Judge(Cascades(1.0, 20_000, 2));
        Assert.True(subcritical.Kappa.Value < critical.Kappa.Value - 0.05, $"{subcritical.Kappa.Value} {critical.Kappa.Value}");
        var cut = subcritical.Size.Comparisons.Single(c => c.Form == "truncated_power_law");
        Assert.True(cut.LogRatio < -50 && cut.P < 1e-6, $"{cut}");
    }

    // A perfect sample of p(s) ~ s^-3/2 between 1 and 10^4, by inversion: kappa is 1 (kappa.json: 1.0002).
    [Fact]
    public void Sizes_of_exponent_three_halves_have_a_kappa_of_one()
    {
        const int Count = 100_000;
        var sizes = Enumerable.Range(0, Count).Select(i =>
        {
            var u = (i + 0.5) / Count * (1 - Math.Pow(1e4, -0.5));
            return (int)Math.Floor(1e3 * Math.Pow(1 - u, -2));
        }).ToArray();
        Assert.Equal(1, Kappa.Of(sizes), 1e-3);
        // All small but one: by hand, 1 less the mean over ten points of 1 - (1 - b^-1/2)/(1 - 1000^-1/2).
        Assert.Equal(0.815, Kappa.Of([.. Enumerable.Repeat(1, 999), 1000]), 0.005);
    }

    [Fact]
    public void Parabolas_of_any_duration_collapse_with_the_exponent_they_were_made_with()
    {
        foreach (var gamma in new[] { 1.3, 2.0 })
        {
            var list = new AvalancheList();
            foreach (var duration in Enumerable.Range(8, 40))
            {
                // Counts in the thousands, so that rounding does not matter.
                double[] events = [.. Enumerable.Range(0, duration).SelectMany(i => Enumerable.Repeat(i + 0.5,
                    (int)(200 * Math.Pow(duration, gamma - 1) * 4 * (i + 0.5) / duration * (1 - (i + 0.5) / duration))))];
                for (var i = 0; i < ShapeCollapse.Fewest; i++)
                    list.Add(events, 0, 1);
            }

            var found = ShapeCollapse.Of(list)!;
            Assert.Equal(gamma, found.Gamma, 0.02);
            Assert.True(found.Error < 1e-3, $"{found}");
        }
    }

    [Fact]
    public void An_excursion_makes_one_event_at_its_extreme_and_only_on_the_side_asked_for()
    {
        var samples = new double[1000];
        (samples[100], samples[101], samples[102]) = (8, 12, 9);
        (samples[500], samples[501]) = (-9, -11);
        SampleRange[] all = [new(0, 1000)];
        Assert.Equal([101, 501], ThresholdEvents.Find(samples, all, 3, "both"));
        Assert.Equal([501], ThresholdEvents.Find(samples, all, 3, "negative"));
        Assert.Equal([101], ThresholdEvents.Find(samples, all, 3, "positive"));
        Assert.Empty(ThresholdEvents.Find(samples, [new(200, 200)], 3, "both"));
    }

    [Fact]
    public void Channels_of_a_recording_make_avalanches_together_and_never_across_a_gap()
    {
        // Every second a wave crosses four channels, 10 ms each, but for the gap in the middle.
        const double Rate = 100;
        var samples = Enumerable.Range(0, 4).Select(channel =>
        {
            var noise = new double[40_000];
            new RandomStream(3, "channels", channel).FillNormal(noise);
            for (var i = 0; i < noise.Length; i++)
                noise[i] = i % 100 == 50 + channel ? 20 : 0.1 * noise[i];
            return noise;
        }).ToArray();
        var header = new RecordingHeader("<waves>", "memory",
            [.. samples.Select((s, i) => new Channel($"{i}", ChannelType.Lfp, "uV", Rate, s.Length))]);
        using var recording = new Recording(header, new MemorySource(samples));
        var settings = new[] { ("preprocessing.highpass", "off"), ("preprocessing.notch", "off"),
            ("preprocessing.amplitude", "off"), ("preprocessing.gradient", "off"),
            ("preprocessing.bad_channels", "off"), ("avalanches.bin", "10ms") }
            .Aggregate(RecordingMeasurer.DefaultSettings, (s, o) => s.With(o.Item1, o.Item2));
        var whole = new RecordingMeasurer(settings, []) { RecordingBiomarkers = [new AvalancheBiomarker()] }
            .Measure(recording).Whole;
        var found = (AvalancheResult)whole.Biomarkers["avalanches"];
        Assert.Equal(400, found.Count);
        Assert.Equal([4], found.Size.Values);
        Assert.Equal([4], found.Duration.Values);
        Assert.Equal(0.01, found.BinSeconds);
        Assert.False(found.Kappa.IsDefined);
    }

    [Fact]
    public void Too_few_events_are_a_reason_and_no_number()
    {
        var settings = new MeasureSettings(BiomarkerLibrary.Settings);
        var found = (AvalancheResult)new AvalancheBiomarker().Measure(
            new SpikeAnalysis("E", [new SpikeTrain("a", [0.1, 0.2])], 1, settings));
        Assert.Equal("2 events; 100 are needed", found.Why);
        Assert.All(found.ToReading().Members.Select(m => m.Value).OfType<Measurement.Results.Measured>(),
            m => Assert.False(m.IsDefined));
    }

    private static AvalancheResult Judge(double[] events)
    {
        var settings = new[] { ("avalanches.bin", "1s"), ("avalanches.samples", "20"), ("avalanches.size_from", "10"),
            ("avalanches.duration_from", "30") }
            .Aggregate(new MeasureSettings(BiomarkerLibrary.Settings), (s, o) => s.With(o.Item1, o.Item2));
        return (AvalancheResult)new AvalancheBiomarker().Measure(
            new SpikeAnalysis("E", [new SpikeTrain("all", events)], events[^1] + 1, settings));
    }

    // Every event has a Poisson number of followers, m on average, in the next bin; cascades do not overlap. Those that
    // reach 20000 events are ended, as in a finite system.
    private static double[] Cascades(double m, int count, int seed)
    {
        var (events, stream, bin) = (new List<double>(), new RandomStream(seed, "cascades"), 0L);
        for (var cascade = 0; cascade < count; cascade++)
        {
            for (var (now, total) = (1L, 1L); now > 0; bin++)
            {
                for (var i = 0L; i < now; i++)
                    events.Add(bin + 0.5);
                now = total < 20_000 ? stream.Poisson(m * now) : 0;
                total += now;
            }

            bin += 2;
        }

        return [.. events];
    }
}

using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Spikes;

public class SpikeBiomarkerTests
{
    private const double Duration = 200;

    [Fact]
    public void Poisson_units_that_ignore_each_other_are_irregular_uncorrelated_and_asynchronous()
    {
        var found = Measure([.. Enumerable.Range(0, 50).Select(i => Poisson(i, 10, 1))]);
        Assert.Equal(10, Value(found, "spike_rate", "rate_hz", "mean"), 0.2);
        Assert.Equal(1, Value(found, "spike_intervals", "cv", "mean"), 0.02);
        Assert.Equal(1, Value(found, "spike_intervals", "lv", "mean"), 0.02);
        Assert.Equal(1, Value(found, "fano_factor", "fano", "mean"), 0.05);
        Assert.Equal(0, Value(found, "spike_correlation", "mean"), 0.005);
        Assert.Equal(0, Value(found, "spike_tiling", "mean"), 0.005);
        Assert.Equal(1 / Math.Sqrt(50), Value(found, "spike_synchrony", "chi"), 0.01);
        Assert.Equal(1 / Math.Sqrt(50), Value(found, "spike_synchrony", "chi_if_independent"), 1e-12);
        Assert.Equal(1, Value(found, "spike_synchrony", "population_fano"), 0.1);
        Assert.False(found.Biomarkers["population_rhythm"].ToReading().Find("peak_frequency_hz")!.Value.IsDefined);
    }

    [Fact]
    public void Units_that_fire_as_one_have_a_chi_of_one_and_correlations_of_one()
    {
        var train = Poisson(0, 10, 1).Times;
        var found = Measure([new("a", train), new("b", train), new("c", train)]);
        Assert.Equal(1, Value(found, "spike_synchrony", "chi"), 1e-12);
        Assert.Equal(1, Value(found, "spike_correlation", "mean"), 1e-12);
        Assert.Equal(1, Value(found, "spike_tiling", "mean"), 1e-12);
    }

    // Rates that wax and wane 40 times a second, as in gamma: p(t) = 1 + cos(2 pi 40 t), by thinning.
    [Fact]
    public void A_common_rhythm_shows_at_its_frequency()
    {
        var found = Measure([.. Enumerable.Range(0, 50).Select(i =>
            Poisson(i, 20, 1, t => (1 + Math.Cos(80 * Math.PI * t)) / 2))]);
        Assert.Equal(40, Value(found, "population_rhythm", "peak_frequency_hz"), 1);
        Assert.True(Value(found, "population_rhythm", "peak_over_poisson") > 10);
        var independent = Value(found, "spike_synchrony", "chi_if_independent");
        Assert.True(Value(found, "spike_synchrony", "chi") > 1.2 * independent);
    }

    [Fact]
    public void A_shared_slow_drift_raises_the_Fano_factor_and_correlations_but_hardly_LV()
    {
        var found = Measure([.. Enumerable.Range(0, 20).Select(i =>
            Poisson(i, 40, 1, t => (1 + Math.Cos(0.2 * Math.PI * t)) / 2))]);
        Assert.True(Value(found, "fano_factor", "fano", "mean") > 3);
        Assert.True(Value(found, "spike_correlation", "mean") > 0.2);
        Assert.Equal(1, Value(found, "spike_intervals", "lv", "mean"), 0.1);
    }

    // At 40 Hz nearly all time is within 50 ms of a spike, and unrelated trains tile each other.
    [Fact]
    public void Where_spikes_tile_all_time_the_coefficient_is_warned_of()
    {
        SpikeTrain[] units = [.. Enumerable.Range(0, 5).Select(i => Poisson(i, 40, 1))];
        var (wide, narrow) = (Measure(units), Measure(units, ("spikes.tiling_window", "2ms")));
        Assert.Contains(wide.Biomarkers["spike_tiling"].Warnings, w => w.Contains("shorten spikes.tiling_window"));
        Assert.Empty(narrow.Biomarkers["spike_tiling"].Warnings);
        Assert.Equal(0, Value(narrow, "spike_tiling", "mean"), 0.02);
    }

    [Fact]
    public void Silent_units_count_for_the_rate_and_say_why_they_have_no_other_number()
    {
        var found = Measure([Poisson(0, 10, 1), new SpikeTrain("silent", [])]);
        Assert.Equal(1, found.Silent);
        Assert.Equal(5, Value(found, "spike_rate", "rate_hz", "mean"), 0.5);
        var silent = found.Listed[1].Biomarkers;
        Assert.Equal(0, silent["spike_rate"].Find("rate_hz")!.Value.Value);
        Assert.Equal("fewer than three spikes", silent["spike_intervals"].Find("cv")!.Value.Why);
        Assert.Equal("no spikes", silent["fano_factor"].Find("fano")!.Value.Why);
        Assert.Equal("fewer than two units fired",
            found.Biomarkers["spike_correlation"].ToReading().Find("mean")!.Value.Why);
    }

    [Fact]
    public void Only_the_time_that_is_asked_for_is_measured()
    {
        var found = Measure([new SpikeTrain("a", [0.5, 1, 1.5, 2, 30, 150])], ("spikes.range", "1:31"));
        Assert.Equal(4, found.Spikes);
        Assert.Equal(4.0 / 30, Value(found, "spike_rate", "rate_hz", "mean"), 1e-12);
        Assert.Equal((1.0, 31.0), (found.Start, found.Stop));
    }

    [Fact]
    public void Of_a_large_population_evenly_spaced_units_are_listed_and_all_are_counted()
    {
        var found = Measure([.. Enumerable.Range(0, 100).Select(i => Poisson(i, 1, 1))], ("spikes.listed", "10"));
        Assert.Equal(["0", "10", "20", "30", "40", "50", "60", "70", "80", "90"], found.Listed.Select(u => u.Name));
        Assert.Equal(100, found.Units);
        Assert.Equal(1, Value(found, "spike_rate", "rate_hz", "mean"), 0.05);
    }

    [Fact]
    public void Populations_are_measured_apart()
    {
        SpikeTrain[] units =
        [
            .. Enumerable.Range(0, 10).Select(i => Poisson(i, 5, 1) with { Population = "E" }),
            .. Enumerable.Range(0, 10).Select(i => Poisson(i, 20, 2) with { Population = "I" }),
        ];
        var populations = MeasureAll(units);
        Assert.Equal(["E", "I"], populations.Select(p => p.Name));
        Assert.Equal(5, Value(populations[0], "spike_rate", "rate_hz", "mean"), 0.3);
        Assert.Equal(20, Value(populations[1], "spike_rate", "rate_hz", "mean"), 0.6);
    }

    [Fact]
    public void A_recording_too_short_for_anything_gives_reasons_not_numbers()
    {
        var header = new RecordingHeader("<short>", "memory", [])
        {
            Spikes = [new("a", [0.1]), new("b", [0.2])],
            SpikeDuration = 0.3,
        };
        using var recording = new Recording(header, new MemorySource([]));
        var found = Assert.Single(Measurer().Measure(recording).Populations);
        Assert.Equal(1 / 0.3, Value(found, "spike_rate", "rate_hz", "mean"), 1e-9);
        Assert.Contains("shorter than a window", Why("population_rhythm", "peak_frequency_hz"));
        Assert.Contains("shorter than two windows", Why("fano_factor", "fano", "mean"));

        string? Why(string biomarker, params string[] path) =>
            found.Biomarkers[biomarker].ToReading().Find(path)!.Value.Why;
    }

    [Fact]
    public void Every_setting_says_what_it_means_and_every_quantity_is_explained()
    {
        foreach (var biomarker in BiomarkerLibrary.Spikes)
        {
            // Those that are of signals too have settings of their own.
            string[] groups = biomarker is IRecordingBiomarker ? ["spikes", "events", biomarker.Name] : ["spikes"];
            Assert.All(biomarker.Settings, s => Assert.Contains(s.Key.Split('.')[0], groups));
            var reading = Measure([Poisson(0, 10, 1), Poisson(1, 10, 1)]).Biomarkers[biomarker.Name].ToReading();
            Assert.All(reading.Members, m => Assert.Contains(m.Name, biomarker.Definition.Quantities.Keys));
        }
    }

    private static double Value(PopulationMeasurement found, string biomarker, params string[] path)
    {
        var value = found.Biomarkers[biomarker].ToReading().Find(path);
        Assert.True(value is { IsDefined: true }, value?.Why ?? $"{biomarker} has no {string.Join('.', path)}");
        return value!.Value.Value;
    }

    private static PopulationMeasurement Measure(SpikeTrain[] units, params (string Key, string Value)[] settings) =>
        Assert.Single(MeasureAll(units, settings));

    private static IReadOnlyList<PopulationMeasurement> MeasureAll(
        SpikeTrain[] units, params (string Key, string Value)[] settings)
    {
        var header = new RecordingHeader("<spikes>", "memory", []) { Spikes = units, SpikeDuration = Duration };
        using var recording = new Recording(header, new MemorySource([]));
        return Measurer(settings).Measure(recording).Populations;
    }

    private static RecordingMeasurer Measurer(params (string Key, string Value)[] settings) => new(
        settings.Aggregate(RecordingMeasurer.DefaultSettings, (s, pair) => s.With(pair.Key, pair.Value)),
        BiomarkerLibrary.All);

    private static SpikeTrain Poisson(int unit, double rate, int seed, Func<double, double>? keep = null)
    {
        var random = new RandomStream(seed, "poisson unit", unit);
        var draws = new double[(int)(rate * Duration * 2) + 100];
        var choices = new double[draws.Length];
        random.FillExponential(draws);
        new RandomStream(seed, "thinning", unit).FillUniform(choices);
        var (times, at) = (new List<double>(), 0.0);
        for (var i = 0; i < draws.Length; i++)
        {
            at += draws[i] / rate;
            if (at < Duration && (keep is null || choices[i] < keep(at)))
                times.Add(at);
        }

        return new SpikeTrain($"{unit}", [.. times]);
    }
}

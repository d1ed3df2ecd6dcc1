using Isonomia.Numerics.Random;
using Isonomia.Reporting.Runs.Circuits;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tests.Runs;

public class CircuitFiguresTests
{
    [Fact]
    public void A_rhythm_of_40_Hz_is_found_in_the_population_rate()
    {
        var circuit = SampleCircuit.Circuit("c");
        var population = new ShownPopulation(circuit.Populations[0], SampleCircuit.Run(circuit, 3).Populations[0]);
        Assert.Equal(SampleCircuit.RhythmHz, population.Rhythm.PeakFrequency.Value, 1.0);
    }

    // The spectrum of a Poisson process is flat: twice its rate (one-sided), and of the mean of N cells 2 rate / N.
    [Fact]
    public void Independent_Poisson_cells_have_the_power_that_is_drawn_as_their_reference()
    {
        var poisson = Poisson(400, 10, 20);
        var spectrum = RateSpectra.Of(poisson, 1e-3, 1);
        Assert.False(new ShownPopulation(SampleCircuit.Circuit("c").Populations[0],
            poisson).Rhythm.PeakFrequency.IsDefined);
        // 39 windows, 250 bins: a standard error below 1.5 %; bins of 1 ms take at most 2.5 % at 125 Hz and below.
        Assert.Equal(2 * 10.0 / 400, spectrum.Slice(5, 125).Density.Average(), 2 * 10.0 / 400 * 0.05);
    }

    [Theory]
    [InlineData(1, 1e-4, 1000, 1e-3)]
    [InlineData(3, 1e-4, 1000, 5e-3)]
    [InlineData(100, 1e-4, 1000, 0.1)]
    [InlineData(0.01, 2.5e-3, 1000, 5e-3)]
    public void Bins_are_round_and_no_more_than_asked(double duration, double dt, int most, double expected) =>
        Assert.Equal(expected, RateTrace.Bin(duration, dt, most), 12);

    [Fact]
    public void Every_spike_is_counted_in_the_bin_of_its_step()
    {
        // The steps of 0.1 ms that end at 1 ms and at 1.1 ms belong to the first and the second millisecond.
        double[] times = [10 * 1e-4, 11 * 1e-4, 30 * 1e-4];
        var rates = RateTrace.Of(new PopulationResult("p", 2, times, [0, 1, 0], 3e-3), 1e-3);
        Assert.Equal([500, 500, 500], rates.Select(r => Math.Round(r, 6)));
    }

    [Fact]
    public void A_raster_shows_small_populations_too_and_prefers_no_cell()
    {
        var sample = RasterSample.Of([Empty("large", 77_000), Empty("small", 60), Empty("tiny", 3)], 0, 1);
        Assert.InRange(sample.Cells[0].Length, RasterSample.Rows, RasterSample.MostRows);
        Assert.Equal(RasterSample.LeastRows, sample.Cells[1].Length);
        Assert.Equal([0, 1, 2], sample.Cells[2]);
        var (steps, rows) = (sample.Cells[0].Zip(sample.Cells[0].Skip(1), (a, b) => b - a).ToArray(),
            sample.Cells[0].Length);
        Assert.All(steps, s => Assert.InRange(s, (77_000 / rows) - 1, (77_000 / rows) + 1));
    }

    [Fact]
    public void A_raster_of_cells_that_hardly_spike_has_more_rows()
    {
        Assert.Equal(RasterSample.Rows, RasterSample.Of([Poisson(2000, 20, 1)], 0, 1).Cells[0].Length);
        var sparse = RasterSample.Of([Poisson(2000, 8, 1)], 0, 1);
        // 260 rows would show some 2080 spikes: 4000 take twice as many rows.
        Assert.InRange(sparse.Cells[0].Length, 450, 550);
        Assert.Equal(sparse.Cells[0], sparse.Within([Poisson(2000, 8, 1)], 0.9, 1).Cells[0]);
    }

    [Fact]
    public void A_raster_of_too_many_spikes_shows_the_end()
    {
        var busy = Poisson(100, 100, 10);
        var sample = RasterSample.Of([busy], 0, 10);
        Assert.Equal(RasterSample.MostDots, sample.Spikes);
        Assert.InRange(sample.From, 7.5, 8.5);
        Assert.Equal(10, sample.To);
    }

    private static PopulationResult Empty(string name, int size) => new(name, size, [], [], 1);

    private static PopulationResult Poisson(int size, double rate, double duration)
    {
        var spikes = new List<(double Time, int Cell)>();
        for (var cell = 0; cell < size; cell++)
        {
            var stream = new RandomStream(5, "poisson cells", cell);
            for (var t = stream.Exponential(1 / rate); t < duration; t += stream.Exponential(1 / rate))
                spikes.Add((t, cell));
        }

        spikes.Sort();
        return new PopulationResult("poisson", size, [.. spikes.Select(s => s.Time)], [.. spikes.Select(s => s.Cell)],
            duration);
    }
}

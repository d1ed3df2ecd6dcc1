using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Results;
using Isonomia.Simulation.Running;

namespace Isonomia.Simulation.Tests.Running;

public class CellRunTests
{
    private const string Leaky = """
        cell: leaky
        parameters: {C: 100 pF, gL: 5 nS, EL: -70 mV, VT: -50 mV, Vr: -70 mV, tref: 2 ms}
        equations: "dv/dt = (gL*(EL - v) + I_ext)/C : volt (unless refractory)"
        threshold: v > VT
        reset: v = Vr
        refractory: tref
        initial: {v: EL}
        """;

    // Closed form: the interval is tref + tau ln(I/(I - gL (VT - EL))), tau = C/gL = 20 ms; spikes are on the grid, so
    // each interval is at most one step longer.
    [Theory]
    [InlineData(150e-12)]
    [InlineData(200e-12)]
    [InlineData(400e-12)]
    public void A_leaky_cell_fires_at_the_interval_of_the_closed_form(double current)
    {
        var run = Run(Cell(Leaky), new CellRunSettings
        {
            Duration = 1,
            Dt = 1e-5,
            Size = 1,
            Varied = "I_ext",
            VariedValues = [current],
        });
        var expected = 2e-3 + (20e-3 * Math.Log(current / (current - 100e-12)));
        var intervals = PopulationResult.Intervals(run.Populations[0].Trains()[0]);
        Assert.NotEmpty(intervals);
        Assert.All(intervals, i => Assert.InRange(i, expected - 2e-6, expected + 1.1e-5));
    }

    // Each interval is the drawn refractory time, between 2 and 4 ms, and what the closed form gives for the rest.
    [Fact]
    public void A_refractory_time_may_be_drawn_anew_at_each_spike()
    {
        var run = Run(Cell(Leaky.Replace("refractory: tref", "refractory: tref + 2*ms*rand()")), new CellRunSettings
        {
            Duration = 5,
            Dt = 1e-5,
            Varied = "I_ext",
            VariedValues = [400e-12],
        });
        var rest = 20e-3 * Math.Log(400.0 / 300);
        var drawn = PopulationResult.Intervals(run.Populations[0].Trains()[0]).Select(i => i - rest).ToArray();
        Assert.All(drawn, d => Assert.InRange(d, 2e-3 - 1e-5, 4e-3 + 2e-5));
        // Over 500 draws: the mean of a uniform spread of 2 ms is known within 0.03 ms.
        Assert.True(drawn.Length > 500);
        Assert.Equal(3e-3, drawn.Average(), 1e-4);
    }

    [Fact]
    public void Nothing_depends_on_the_number_of_threads()
    {
        var cell = Input(Cell(Leaky), "noise(110 pA, 80 pA, 5 ms)");
        var (one, three) = (Go(1), Go(3));
        Assert.True(one.Populations[0].SpikeTimes.Length > 100);
        Assert.Equal(one.Populations[0].SpikeTimes, three.Populations[0].SpikeTimes);
        Assert.Equal(one.Populations[0].SpikeCells, three.Populations[0].SpikeCells);
        Assert.Equal(one.Probes[0].Values, three.Probes[0].Values);

        RunResult Go(int threads) => Run(cell, new CellRunSettings
        {
            Duration = 0.2,
            Dt = 1e-4,
            Size = 100,
            Threads = threads,
            Seed = 3,
            Probes = ["v"],
            Every = 1e-2,
        });
    }

    // v relaxes as EL + (I/gL)(1 - exp(-t/tau)); single precision holds 1e-6 of 70 mV.
    [Fact]
    public void Probes_record_the_state_at_the_time_they_say()
    {
        var run = Run(Input(Cell(Leaky), "50 pA"), new CellRunSettings { Duration = 0.05, Dt = 1e-4, Probes = ["v"], Every = 5e-3 });
        var probe = Assert.Single(run.Probes);
        Assert.Equal(11, probe.Times.Length);
        for (var i = 0; i < probe.Times.Length; i++)
        {
            Assert.Equal(5e-3 * i, probe.Times[i], 1e-12);
            Assert.Equal(-70e-3 + (10e-3 * (1 - Math.Exp(-probe.Times[i] / 20e-3))), probe.Values[i], 1e-6);
        }
    }

    // Noise of standard deviation sd and correlation time 5 ms, read from many cells at their start and end.
    [Fact]
    public void Input_noise_keeps_its_spread()
    {
        var cell = Input(Cell(Leaky), "noise(0 pA, 20 pA, 5 ms)");
        var run = Run(cell, new CellRunSettings { Duration = 0.05, Dt = 1e-4, Size = 20_000, Probes = ["I_ext"], Every = 0.05 });
        foreach (var row in Enumerable.Range(0, 2))
        {
            var values = run.Probes[0].Values.ToArray().AsSpan(row * 20_000, 20_000).ToArray();
            var spread = Math.Sqrt(values.Sum(v => v * v) / values.Length);
            // 20,000 normal values give their spread within 0.5 %; Euler-Maruyama at dt/tau = 0.02 adds 0.5 % to it.
            Assert.Equal(20e-12, spread, 0.4e-12);
        }
    }

    [Fact]
    public void A_cell_that_leaves_the_numbers_is_named_with_its_time()
    {
        var cell = Cell("cell: runaway\nequations: 'dx/dt = x**2/second : 1'\ninitial: {x: 1}\nintegrator: euler");
        var found = Assert.Throws<DivergenceException>(() => Run(cell, new CellRunSettings { Duration = 10, Dt = 1e-2 }));
        Assert.Equal("x", found.Variable);
        Assert.InRange(found.Time, 1, 1.5);
    }

    // One spike of weight w at t0 makes v(t) = EL + w for a delta receptor at once.
    [Fact]
    public void A_spike_acts_at_the_step_that_holds_its_time()
    {
        var cell = Cell(Leaky);
        var bag = new DiagnosticBag();
        var receptor = ((ReceptorDescription)ModelFile.Find("receptors/exponential-conductance")).Resolve(cell.Equations, bag);
        bag.ThrowIfErrors();
        var composed = ReceptorComposition.Of(cell, receptor!, "syn", 2e-9);
        var run = Run(composed.Cell, new CellRunSettings
        {
            Duration = 0.02,
            Dt = 1e-4,
            Probes = ["syn_g"],
            SpikeInputs = [new SpikeInput(composed.OnSpike, [5e-3, 10e-3], 0)],
        });
        var g = run.Probes[0].Trace(0);
        var tau = composed.Cell.Parameters.Single(p => p.Name == "syn_tau").Value.Value;
        Assert.All(Enumerable.Range(0, 51), i => Assert.Equal(0, g[i]));
        Assert.Equal(2e-9 * Math.Exp(-1e-4 / tau), g[51], 1e-15);
        Assert.Equal(2e-9 * (Math.Exp(-10e-3 / tau) + Math.Exp(-5e-3 / tau)), g[150], 1e-14);
    }

    private static RunResult Run(CellModel cell, CellRunSettings settings) =>
        new CellRun(cell, settings).Run(null, TestContext.Current.CancellationToken);

    private static CellModel Input(CellModel cell, string input)
    {
        var bag = new DiagnosticBag();
        var driven = InputComposition.Apply(cell, input, 1, bag);
        bag.ThrowIfErrors();
        return driven!;
    }

    private static CellModel Cell(string file)
    {
        var bag = new DiagnosticBag();
        var description = ModelFile.Parse(file, "cell.yaml", bag);
        bag.ThrowIfErrors();
        return ((CellDescription)description!).ToModel();
    }
}

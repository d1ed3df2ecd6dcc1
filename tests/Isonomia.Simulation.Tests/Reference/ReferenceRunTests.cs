using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Tests.Integration;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

public class ReferenceRunTests
{
    private static readonly ImmutableDictionary<string, Func<double, double>> NoInputs =
        ImmutableDictionary<string, Func<double, double>>.Empty;

    [Theory]
    [InlineData("0 ms")]
    [InlineData("2.345 ms")]
    public void A_leaky_cell_spikes_at_the_times_of_the_closed_form(string refractory)
    {
        // Reference: from 0 to theta in tau log(I/(I - theta)); then the refractory time, held at 0.
        var cell = TestCell.Of("dv/dt = (25*mV - v)/tau : volt (unless refractory)", "tau = 20 ms", "v > 20*mV", "v = 0*mV",
            refractory);
        var run = ReferenceRun.Of(cell, new ReferenceOptions { Duration = 0.5 });
        var rise = 20e-3 * Math.Log(25 / 5.0);
        var pause = refractory == "0 ms" ? 0 : 2.345e-3;
        Assert.Equal((int)((0.5 + pause) / (rise + pause)), run.Spikes.Count);
        for (var k = 0; k < run.Spikes.Count; k++)
            Assert.Equal(rise + (k * (rise + pause)), run.Spikes[k], 1e-9);
    }

    [Fact]
    public void Samples_stand_where_the_closed_form_is_and_behind_a_reset()
    {
        var cell = TestCell.Of("dv/dt = 1*volt/second : volt\nw = 2*v : volt", "", "v > 10*mV", "v = 1*mV");
        var run = ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = 30e-3,
            SampleTimes = [0, 4e-3, 9.999e-3, 12e-3, 30e-3],
            Recorded = ["v", "w"],
        });
        double[] expected = [0, 4e-3, 9.999e-3, 3e-3, 3e-3];
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], run.Trace("v")[i], 1e-12);
            Assert.Equal(2 * expected[i], run.Trace("w")[i], 1e-12);
        }

        Assert.Equal([10e-3, 19e-3, 28e-3], run.Spikes.Select(s => Math.Round(s, 12)));
        Assert.Throws<ArgumentException>(() => run.Trace("u"));
    }

    [Fact]
    public void The_squid_axon_agrees_with_the_classical_rule_at_tiny_steps()
    {
        // Reference: steps of 1 us, whose spikes are noticed at the end of the step.
        var cell = TestCells.HodgkinHuxley;
        var truth = ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = 0.05,
            Inputs = NoInputs.Add("I_ext", _ => 0.2),
            SampleTimes = [0.01, 0.02, 0.03],
        });
        var fine = new InterpretedCell(cell, StepBuilder.Build(cell, IntegrationMethod.RungeKutta4), 1e-6,
            new Dictionary<string, double> { ["I_ext"] = 0.2 });
        var spikes = new List<double>();
        for (var k = 1; k <= 3; k++)
        {
            spikes.AddRange(fine.Run(10_000));
            Assert.Equal(fine["v"], truth.Trace("v")[k - 1], 1e-9);
        }

        spikes.AddRange(fine.Run(20_000));
        Assert.Equal(truth.Spikes.Count, spikes.Count);
        Assert.All(truth.Spikes.Zip(spikes), s => Assert.InRange(s.Second - s.First, -1e-9, 1.001e-6));
    }

    [Fact]
    public void An_input_that_jumps_is_followed_at_its_jump()
    {
        // Reference: v = R I (1 - exp(-(t - 10 ms)/tau)) from 10 ms on.
        var cell = TestCell.Of("dv/dt = (R*I_ext - v)/tau : volt", "tau = 20 ms; R = 100 Mohm");
        var run = ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = 0.05,
            Inputs = NoInputs.Add("I_ext", t => t < 10e-3 ? 0 : 1e-10),
            Jumps = [10e-3],
            SampleTimes = [10e-3, 50e-3],
        });
        Assert.Equal(0, run.Trace("v")[0], 1e-15);
        Assert.Equal(10e-3 * (1 - Math.Exp(-2)), run.Trace("v")[1], 1e-12);
    }

    [Fact]
    public void A_threshold_without_reset_gives_one_spike_a_crossing()
    {
        // Reference: sin(2 pi 50 t) rises through a half at t = 1/600 + k/50 s.
        var cell = TestCell.Of("dx/dt = omega*cos(omega*t) : 1", "omega = 2*pi*50*Hz", "x > 0.5");
        var run = ReferenceRun.Of(cell, new ReferenceOptions { Duration = 0.1 });
        Assert.Equal(5, run.Spikes.Count);
        for (var k = 0; k < 5; k++)
            Assert.Equal((1.0 / 600) + (k / 50.0), run.Spikes[k], 1e-10);
    }

    [Fact]
    public void A_refractory_condition_ends_when_it_no_longer_holds()
    {
        // Reference: by hand. From 0 to 1 in 1 s; from the reset at 3 down to 0.5 in 1.25 s at twice the slope, and up
        // to 1 again in 0.5 s.
        var cell = TestCell.Of("dx/dt = 3*Hz*int(not_refractory) - 2*Hz : 1", "", "x > 1", "x = 3", "x > 0.5");
        var run = ReferenceRun.Of(cell, new ReferenceOptions { Duration = 5 });
        Assert.Equal([1, 2.75, 4.5], run.Spikes.Select(s => Math.Round(s, 9)));
    }

    [Fact]
    public void Parameters_follow_from_others_and_may_be_given()
    {
        var cell = TestCell.Of("dv/dt = (El - v)/tau : volt", "El = -70 mV; tau = 5 ms", initial: "v = El/2");
        var run = ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = 5e-3,
            SampleTimes = [0, 5e-3],
            Values = ImmutableDictionary<string, double>.Empty.Add("El", -0.06),
        });
        Assert.Equal(-0.03, run.Trace("v")[0], 1e-15);
        Assert.Equal(-0.06 + (0.03 * Math.Exp(-1)), run.Trace("v")[1], 1e-12);
        Assert.Throws<ArgumentException>(() => ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = 1,
            Values = ImmutableDictionary<string, double>.Empty.Add("tua", 1),
        }));
    }

    [Fact]
    public void A_cell_without_states_spikes_by_time_alone()
    {
        var run = ReferenceRun.Of(TestCell.Of("x = t/ms : 1", "", "x > 3"), new ReferenceOptions { Duration = 0.01 });
        Assert.Equal(3e-3, Assert.Single(run.Spikes), 1e-12);
    }

    [Fact]
    public void A_cell_without_reset_that_runs_away_is_reported()
    {
        var cell = TestCell.Of("dv/dt = v**2/ms : 1", initial: "v = 1");
        var error = Assert.Throws<IntegrationException>(
            () => ReferenceRun.Of(cell, new ReferenceOptions { Duration = 1 }));
        Assert.Contains("infinity", error.Message, StringComparison.Ordinal);
    }
}

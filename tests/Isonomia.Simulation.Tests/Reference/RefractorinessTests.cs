using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Tests.Integration;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

public class RefractorinessTests
{
    // v spikes at the end of the first step and is held at 0 for 5 steps, while w and x go on.
    private const string Linear = """
        dv/dt = (10*mV - v)/tau : volt (unless refractory)
        dw/dt = (a*v - w)/tau : volt
        dx/dt = (w - x)/tau : volt
        """;

    [Theory]
    [InlineData(IntegrationMethod.Auto)]
    [InlineData(IntegrationMethod.Exact)]
    [InlineData(IntegrationMethod.RungeKutta4)]
    [InlineData(IntegrationMethod.ExponentialRungeKutta4)]
    [InlineData(IntegrationMethod.ExponentialMidpoint)]
    [InlineData(IntegrationMethod.Heun)]
    [InlineData(IntegrationMethod.RungeKutta2)]
    [InlineData(IntegrationMethod.ExponentialEuler)]
    [InlineData(IntegrationMethod.Euler)]
    public void Held_states_stand_still_for_as_many_steps_as_the_refractory_time_has(IntegrationMethod method)
    {
        var cell = TestCell.Of(Linear, "tau = 10 ms; a = 2", "v > 0.5*mV", "v = 0.1*mV", "5 ms", "w = 3 mV");
        var run = new InterpretedCell(cell, StepBuilder.Build(cell, method), 1e-3);
        Assert.True(run.Step());
        Assert.Equal(1e-3, run.Time);
        for (var k = 0; k < 5; k++)
        {
            var before = run["w"];
            Assert.False(run.Step());
            Assert.Equal(1e-4, run["v"]);
            Assert.NotEqual(before, run["w"]);
        }

        Assert.True(run.Step());
    }

    [Fact]
    public void Others_see_a_held_state_held_when_all_are_solved_exactly()
    {
        // Reference: with v held at 0.1 mV, w = 2 v + (w0 - 2 v) exp(-t/tau), x by the adaptive run of those two alone.
        var cell = TestCell.Of(Linear, "tau = 10 ms; a = 2", "v > 0.5*mV", "v = 0.1*mV", "5 ms", "w = 3 mV");
        var run = new InterpretedCell(cell, StepBuilder.Build(cell, IntegrationMethod.Exact), 1e-3);
        run.Step();
        var (w, x) = (run["w"], run["x"]);
        run.Run(5);
        Assert.Equal(2e-4 + ((w - 2e-4) * Math.Exp(-0.5)), run["w"], 1e-15);

        var alone = TestCell.Of("dw/dt = (0.2*mV - w)/tau : volt\ndx/dt = (w - x)/tau : volt", "tau = 10 ms");
        var truth = ReferenceRun.Of(alone, new ReferenceOptions
        {
            Duration = 5e-3,
            SampleTimes = [5e-3],
            Values = System.Collections.Immutable.ImmutableDictionary<string, double>.Empty.Add("w", w).Add("x", x),
        });
        Assert.Equal(truth.Trace("x")[0], run["x"], 1e-12);
    }

    [Theory]
    [InlineData(IntegrationMethod.Auto)]
    [InlineData(IntegrationMethod.RungeKutta4)]
    [InlineData(IntegrationMethod.ExponentialRungeKutta4)]
    [InlineData(IntegrationMethod.ExponentialMidpoint)]
    public void Others_see_a_held_state_held_within_the_step_too(IntegrationMethod method)
    {
        // Reference: with v held, dw/dt = -w v²/(mV² tau) is an exponential decay; order 4 or exact, and the midpoint rule
        // is exact with a coefficient that does not change.
        var cell = TestCell.Of("dv/dt = (10*mV - v)/tau : volt (unless refractory)\ndw/dt = -w*v**2/mV**2/tau : volt",
            "tau = 10 ms", "v > 0.5*mV", "v = 2*mV", "5 ms", "w = 3 mV");
        var run = new InterpretedCell(cell, StepBuilder.Build(cell, method), 1e-3);
        run.Step();
        var w = run["w"];
        run.Run(5);
        Assert.Equal(2e-3, run["v"]);
        Assert.Equal(w * Math.Exp(-2), run["w"], w * 1e-3 * (method == IntegrationMethod.RungeKutta4 ? 1 : 1e-9));
    }

    [Fact]
    public void A_refractory_condition_holds_until_it_no_longer_does()
    {
        // v falls from the reset at 2 mV to 1 mV in 0.7 tau; only then can it spike again.
        var cell = TestCell.Of("dv/dt = -v/tau : volt", "tau = 10 ms", "v > 0.5*mV", "v = 2*mV", "v > 1*mV", "v = 3 mV");
        var run = new InterpretedCell(cell, StepBuilder.Build(cell), 1e-3);
        var spikes = run.Run(17);
        Assert.Equal([1e-3, 9e-3, 17e-3], spikes.Select(s => Math.Round(s, 9)));
    }

    [Fact]
    public void Held_states_hear_no_noise()
    {
        var cell = TestCell.Of("dv/dt = (10*mV - v)/tau + mV*xi/tau**.5 : volt (unless refractory)",
            "tau = 10 ms", "v > 0.5*mV", "v = 0*mV", "5 ms");
        foreach (var method in new[] { IntegrationMethod.Auto, IntegrationMethod.Euler, IntegrationMethod.Heun })
        {
            var run = new InterpretedCell(cell, StepBuilder.Build(cell, method), 1e-3, draws: (_, _, _) => 1);
            Assert.True(run.Step());
            run.Run(5);
            Assert.Equal(0, run["v"]);
        }
    }
}

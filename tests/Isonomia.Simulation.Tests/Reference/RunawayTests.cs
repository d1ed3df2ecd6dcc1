using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

/// <summary>Cells whose potential goes to infinity within a step must be reset, and not drag others with them.</summary>
public class RunawayTests
{
    [Theory]
    [InlineData(0.1e-3, 1e-9)]
    [InlineData(0.1e-3, 5e-9)]
    [InlineData(0.2e-3, 2e-9)]
    public void An_adaptive_exponential_cell_spikes_with_a_sane_adaptation(double dt, double current)
    {
        // Reference: the adaptive run. Spikes on a grid come late by up to dt each, which adds up.
        var cell = TestCells.AdaptiveExponential;
        var truth = Truth(cell, "I_ext", current, 0.3, "w");
        foreach (var method in new[] { IntegrationMethod.Auto, IntegrationMethod.RungeKutta2, IntegrationMethod.Heun })
        {
            var run = Run(cell, method, dt, ("I_ext", current));
            var spikes = run.Run((long)Math.Round(0.3 / dt));
            Assert.InRange(spikes.Count, truth.Spikes.Count * 0.9, truth.Spikes.Count * 1.02);
            Assert.Equal(truth.Trace("w")[0], run["w"], 0.1 * truth.Trace("w")[0]);
            Assert.Equal(truth.Spikes[0], spikes[0], 1.5 * dt);
        }
    }

    [Theory]
    [InlineData(0.1e-3, 0.005)]
    [InlineData(1e-3, 0.1)]
    public void An_Izhikevich_cell_keeps_its_rate_at_small_and_at_large_steps(double dt, double tolerance)
    {
        var cell = TestCells.Izhikevich;
        var truth = Truth(cell, "I_ext", 10, 1, "u");
        var run = Run(cell, IntegrationMethod.Auto, dt, ("I_ext", 10));
        var spikes = run.Run((long)Math.Round(1 / dt));
        var rate = (truth.Spikes.Count - 1) / (truth.Spikes[^1] - truth.Spikes[0]);
        Assert.Equal(1, (spikes.Count - 1) / (spikes[^1] - spikes[0]) / rate, tolerance * 5);
        Assert.InRange(run["u"], -20, 20);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(100)]
    public void A_quadratic_cell_survives_any_current(double input)
    {
        var run = Run(TestCells.Quadratic, IntegrationMethod.Auto, 0.1e-3, ("I", input));
        var spikes = run.Run(1000);
        Assert.True(double.IsFinite(run["v"]) && run["v"] <= 0.03);

        // Reference: the time from -a to a of dv/dt = (v²/s + I)/tau is 2 tau sqrt(s/I) atan(a/sqrt(s I)), and a step at
        // most is lost at the reset.
        var interval = 2 * 10e-3 * Math.Sqrt(10e-3 / input) * Math.Atan(30e-3 / Math.Sqrt(10e-3 * input));
        var mean = (spikes[^1] - spikes[0]) / (spikes.Count - 1);
        Assert.InRange(mean, Math.Max(interval, 0.999e-4), interval + 1.1e-4);
    }

    [Fact]
    public void The_bound_does_not_change_a_step_that_stays_below_it()
    {
        // The same equations without a reset are not bounded.
        var cell = TestCells.Izhikevich;
        var free = cell with { Reset = [] };
        var (bounded, unbounded) = (Run(cell, IntegrationMethod.RungeKutta4, 1e-4), Run(free, IntegrationMethod.RungeKutta4, 1e-4));
        bounded.Run(50);
        unbounded.Run(50);
        Assert.Equal(unbounded["v"], bounded["v"]);
        Assert.Equal(unbounded["u"], bounded["u"]);
    }

    private static InterpretedCell Run(
        CellModel cell, IntegrationMethod method, double dt, params (string Name, double Value)[] given) =>
        new(cell, StepBuilder.Build(cell, method), dt, given.ToDictionary(g => g.Name, g => g.Value));

    private static ReferenceRun Truth(CellModel cell, string input, double value, double duration, string recorded) =>
        ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = duration,
            Inputs = ImmutableDictionary<string, Func<double, double>>.Empty.Add(input, _ => value),
            SampleTimes = [duration],
            Recorded = [recorded],
        });
}

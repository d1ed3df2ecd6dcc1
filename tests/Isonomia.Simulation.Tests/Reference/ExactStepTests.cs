using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Tests.Integration;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

public class ExactStepTests
{
    [Theory]
    [InlineData(0.1e-3)]
    [InlineData(1e-3)]
    [InlineData(10e-3)]
    public void A_leaky_cell_relaxes_along_its_exponential_whatever_the_step(double dt)
    {
        // Reference: v = v_inf + (v0 - v_inf) exp(-t/tau).
        var cell = TestCell.Of("dv/dt = (El - v + R*I_ext)/tau : volt", "El = -70 mV; R = 50 Mohm; tau = 20 ms",
            initial: "v = -60 mV");
        var run = Run(cell, dt, 50e-3, ("I_ext", 0.2e-9));
        Assert.Equal(-0.06 + (0 * Math.Exp(-2.5)), run["v"], 1e-15);
        run = Run(cell, dt, 50e-3, ("I_ext", 0.4e-9));
        Assert.Equal(-0.05 - (0.01 * Math.Exp(-2.5)), run["v"], 1e-15);
    }

    [Theory]
    [InlineData(5, 20, 1e-12)]
    [InlineData(20, 20, 1e-12)]
    [InlineData(20.000001, 20, 1e-7)]
    public void An_exponential_current_gives_the_alpha_shaped_potential_also_for_equal_time_constants(
        double synapse, double membrane, double tolerance)
    {
        // Reference: for dI/dt = -I/s and dv/dt = -v/m + I/C, v = I0/C s m/(m - s) (exp(-t/m) - exp(-t/s)), and
        // I0/C t exp(-t/m) for s = m, and nearly for s near m.
        var cell = TestCell.Of("dv/dt = -v/m + I/C : volt\ndI/dt = -I/s : amp",
            FormattableString.Invariant($"m = {membrane} ms; s = {synapse} ms; C = 200 pF"), initial: "I = 100 pA");
        var (s, m, t) = (synapse * 1e-3, membrane * 1e-3, 12e-3);
        var expected = 0.5 * (Math.Abs(s - m) < 1e-8
            ? t * Math.Exp(-t / m)
            : s * m / (m - s) * (Math.Exp(-t / m) - Math.Exp(-t / s)));
        Assert.Equal(expected, Run(cell, 3e-3, t)["v"], tolerance * expected);
        Assert.Equal(100e-12 * Math.Exp(-t / s), Run(cell, 0.1e-3, t)["I"], 1e-22);
    }

    [Fact]
    public void A_chain_of_three_is_solved_by_the_matrix_exponential()
    {
        // Reference: for equal time constants the third of a chain is t²/(2 tau²) exp(-t/tau) times the first.
        var cell = TestCell.Of("dx/dt = -x/tau : 1\ndy/dt = (x - y)/tau : 1\ndz/dt = (y - z)/tau : 1", "tau = 4 ms",
            initial: "x = 1");
        Assert.Single(StepBuilder.Build(cell).Propagators);
        var run = Run(cell, 1e-3, 6e-3);
        Assert.Equal(Math.Exp(-1.5), run["x"], 1e-14);
        Assert.Equal(1.5 * Math.Exp(-1.5), run["y"], 1e-14);
        Assert.Equal(1.125 * Math.Exp(-1.5), run["z"], 1e-14);
    }

    [Fact]
    public void An_oscillator_keeps_its_energy()
    {
        // Reference: x = cos t, over 1,000 steps of a fifth of a period.
        var cell = TestCell.Of("dx/dt = y/ms : 1\ndy/dt = -x/ms : 1", initial: "x = 1");
        var run = Run(cell, 2e-4 * Math.PI * 2, 1.0 * 2e-4 * Math.PI * 2 * 1000);
        Assert.Equal(1, run["x"], 1e-10);
        Assert.Equal(0, run["y"], 1e-10);
    }

    [Fact]
    public void A_cell_without_leak_integrates_its_input()
    {
        // Reference: dv/dt = I/C and, in a chain whose matrix is singular, dw/dt = (v - u)/tau with du/dt = 0.
        var alone = TestCell.Of("dv/dt = I_ext/C : volt", "C = 100 pF");
        Assert.Equal(0.2e-9 / 100e-12 * 5e-3, Run(alone, 1e-3, 5e-3, ("I_ext", 0.2e-9))["v"], 1e-15);

        var chain = TestCell.Of("dv/dt = I_ext/C : volt\ndw/dt = (v - u)/tau : volt\ndu/dt = 0*volt/second : volt",
            "C = 100 pF; tau = 10 ms", initial: "u = 1 mV");
        var run = Run(chain, 1e-3, 5e-3, ("I_ext", 0.2e-9));
        Assert.Equal((0.5 * 2 * 5e-3 * 5e-3 / 10e-3) - (1e-3 * 5e-3 / 10e-3), run["w"], 1e-15);
    }

    [Fact]
    public void A_cell_that_is_pulled_away_from_rest_grows_along_its_exponential()
    {
        var cell = TestCell.Of("dv/dt = v/tau + 1*mV/ms : volt", "tau = 10 ms");
        Assert.Equal(10e-3 * (Math.E - 1), Run(cell, 2e-3, 10e-3)["v"], 1e-15);
    }

    [Fact]
    public void What_depends_on_time_is_taken_in_the_middle_of_the_step()
    {
        // Reference: the adaptive run; halving the step leaves a quarter of the error.
        var cell = TestCell.Of("dv/dt = -v/tau + mV*sin(2*pi*60*Hz*t)/ms : volt\ndw/dt = (v - w)/tau : volt", "tau = 5 ms");
        var truth = ReferenceRun.Of(cell, new ReferenceOptions { Duration = 20e-3, SampleTimes = [20e-3] }).Trace("w")[0];
        double Error(double dt) => Math.Abs(Run(cell, dt, 20e-3)["w"] - truth);
        Assert.InRange(Math.Log2(Error(0.2e-3) / Error(0.1e-3)), 1.9, 2.1);
    }

    [Fact]
    public void Conductances_reach_the_potential_with_their_true_values_within_the_step()
    {
        // Reference: the adaptive run. With a time constant of a tenth of the step a conductance held over the step
        // would bring ten times its charge.
        var cell = TestCell.Of("dv/dt = (gl*(El - v) + g*(E - v))/C : volt\ndg/dt = -g/tau : siemens",
            "gl = 10 nS; El = -70 mV; E = 0 mV; C = 200 pF; tau = 5 ms", initial: "v = El; g = 20 nS");
        var truth = ReferenceRun.Of(cell, new ReferenceOptions { Duration = 10e-3, SampleTimes = [10e-3] }).Trace("v")[0];
        double Error(double dt) => Math.Abs(Run(cell, dt, 10e-3)["v"] - truth);
        Assert.InRange(Error(0.1e-3), 0, 1e-7);
        Assert.InRange(Math.Log2(Error(0.2e-3) / Error(0.1e-3)), 1.9, 2.1);
    }

    private static InterpretedCell Run(CellModel cell, double dt, double end, params (string Name, double Value)[] given)
    {
        var run = new InterpretedCell(cell, StepBuilder.Build(cell, IntegrationMethod.Auto), dt,
            given.ToDictionary(g => g.Name, g => g.Value));
        run.Run((long)Math.Round(end / dt));
        return run;
    }
}

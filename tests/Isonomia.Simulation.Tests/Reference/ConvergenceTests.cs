using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Tests.Integration;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

/// <summary>
/// The order of every integrator, measured: the error at a fixed time is that of dt to the power of the order, so halving
/// dt divides it by 2 to that power. The adaptive run at a tolerance of 1e-13 is the truth.
/// </summary>
public class ConvergenceTests
{
    // Predator and prey: each equation is linear in its own state, and the two are coupled.
    private const string Conditional = "dx/dt = x*(1.5 - y)/ms : 1\ndy/dt = y*(x - 2)/ms : 1";

    // A driven pendulum with friction: not linear, and time enters too.
    private const string Pendulum = """
        dphi/dt = omega : 1
        domega/dt = -sin(phi)/ms**2 - 0.3*omega/ms + 0.5*cos(1.3*t/ms)/ms**2 : Hz
        """;

    // A cubic state driven by a decaying conductance, which is stepped exactly.
    private const string Driven = "dv/dt = (3*g - v**3 - v*w)/ms : 1\ndw/dt = (v - w)/(2*ms) : 1\ndg/dt = -g/(0.7*ms) : 1";

    // Sodium and potassium gates of Hodgkin and Huxley, below threshold.
    private const string Gates = """
        dv/dt = (30*m**3*(50 - v) + 8*n**4*(-77 - v) + 0.3*(-54.4 - v) + 3)/ms : 1
        dm/dt = (0.1*(v + 40)/(1 - exp(-(v + 40)/10))*(1 - m) - 4*exp(-(v + 65)/18)*m)/ms : 1
        dn/dt = (0.01*(v + 55)/(1 - exp(-(v + 55)/10))*(1 - n) - 0.125*exp(-(v + 65)/80)*n)/ms : 1
        """;

    // The same with sodium following at once, so that dv/dt is not linear in v.
    private const string Instant = """
        dv/dt = (20*m**3*(50 - v) + 8*n**4*(-77 - v) + 0.3*(-54.4 - v))/ms : 1
        m = 1/(1 + exp(-(v + 35)/7)) : 1
        dn/dt = (0.01*(v + 55)/(1 - exp(-(v + 55)/10))*(1 - n) - 0.125*exp(-(v + 65)/80)*n)/ms : 1
        """;

    public static TheoryData<string, IntegrationMethod, double> Orders => new()
    {
        { nameof(Conditional), IntegrationMethod.Euler, 1 },
        { nameof(Conditional), IntegrationMethod.ExponentialEuler, 1 },
        { nameof(Conditional), IntegrationMethod.ExponentialMidpoint, 2 },
        { nameof(Conditional), IntegrationMethod.Heun, 2 },
        { nameof(Conditional), IntegrationMethod.RungeKutta2, 2 },
        { nameof(Conditional), IntegrationMethod.RungeKutta4, 4 },
        { nameof(Conditional), IntegrationMethod.ExponentialRungeKutta4, 4 },
        { nameof(Conditional), IntegrationMethod.Milstein, 1 },
        { nameof(Pendulum), IntegrationMethod.Euler, 1 },
        { nameof(Pendulum), IntegrationMethod.Heun, 2 },
        { nameof(Pendulum), IntegrationMethod.RungeKutta2, 2 },
        { nameof(Pendulum), IntegrationMethod.RungeKutta4, 4 },
        { nameof(Pendulum), IntegrationMethod.ExponentialRungeKutta4, 4 },
        { nameof(Pendulum), IntegrationMethod.Auto, 4 },
        { nameof(Driven), IntegrationMethod.RungeKutta4, 4 },
        { nameof(Driven), IntegrationMethod.Auto, 4 },
        { nameof(Gates), IntegrationMethod.ExponentialEuler, 1 },
        { nameof(Gates), IntegrationMethod.ExponentialMidpoint, 2 },
        { nameof(Gates), IntegrationMethod.ExponentialRungeKutta4, 4 },
        { nameof(Gates), IntegrationMethod.RungeKutta4, 4 },
        { nameof(Gates), IntegrationMethod.Auto, 4 },
        { nameof(Instant), IntegrationMethod.ExponentialRungeKutta4, 4 },
        { nameof(Instant), IntegrationMethod.Auto, 4 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Halving_the_step_divides_the_error_by_two_to_the_order(
        string problem, IntegrationMethod method, double order)
    {
        var (equations, initial, coarsest) = problem switch
        {
            nameof(Conditional) => (Conditional, "x = 1; y = 1", 0.1e-3),
            nameof(Pendulum) => (Pendulum, "phi = 1", 0.1e-3),
            nameof(Driven) => (Driven, "g = 2; v = 0.3", 0.1e-3),
            nameof(Gates) => (Gates, "v = -60; m = 0.1; n = 0.3", 0.01e-3),
            _ => (Instant, "v = -45; n = 0.3", 0.02e-3),
        };
        var cell = TestCell.Of(equations, initial: initial);
        var end = 4e-3;
        var truth = Truth(cell, end);
        var errors = Enumerable.Range(0, 3).Select(k => Error(cell, method, coarsest / (1 << k), end, truth)).ToArray();

        // The last halving; the coarser steps show that the error falls all along.
        var measured = Math.Log2(errors[1] / errors[2]);
        Assert.True(errors[0] > errors[1], $"errors {string.Join(' ', errors)}");
        Assert.True(measured > order - 0.25 && measured < order + 0.5, $"{measured}: {string.Join(' ', errors)}");
    }

    [Fact]
    public void The_exponential_Runge_Kutta_rule_keeps_the_timing_of_spikes_where_others_are_late_or_fail()
    {
        // Reference: the adaptive run of the squid axon at 10 uA/cm**2 over 0.2 s; steps of 0.1 ms.
        var cell = TestCells.HodgkinHuxley;
        var truth = ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = 0.2,
            Inputs = ImmutableDictionary<string, Func<double, double>>.Empty.Add("I_ext", _ => 0.1),
        });
        double? Lateness(IntegrationMethod method)
        {
            var run = new InterpretedCell(cell, StepBuilder.Build(cell, method), 1e-4,
                new Dictionary<string, double> { ["I_ext"] = 0.1 });
            var spikes = run.Run(2000);
            return spikes.Count == truth.Spikes.Count ? spikes[^1] - truth.Spikes[^1] : null;
        }

        // A spike is noticed at the end of its step, up to dt late.
        Assert.InRange(Lateness(IntegrationMethod.ExponentialRungeKutta4)!.Value, -2e-6, 1.02e-4);
        Assert.InRange(Lateness(IntegrationMethod.ExponentialMidpoint)!.Value, 1.5e-3, 2.5e-3);
        Assert.Null(Lateness(IntegrationMethod.RungeKutta4));
    }

    private static double[] Truth(CellModel cell, double end)
    {
        var run = ReferenceRun.Of(cell, new ReferenceOptions { Duration = end, Tolerance = 1e-13, SampleTimes = [end] });
        return [.. run.Recorded.Select(name => run.Trace(name)[0])];
    }

    private static double Error(CellModel cell, IntegrationMethod method, double dt, double end, double[] truth)
    {
        var run = new InterpretedCell(cell, StepBuilder.Build(cell, method), dt);
        run.Run((long)Math.Round(end / dt));
        return cell.Equations.States.Select((s, i) => Math.Abs(run[s.Name] - truth[i]) / (Math.Abs(truth[i]) + 0.1)).Max();
    }
}

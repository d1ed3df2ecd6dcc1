using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Integration.Stability;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Tests.Integration;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

public class StepAdviceTests
{
    [Fact]
    public void The_squid_axon_is_too_fast_for_the_classical_rule_at_a_tenth_of_a_millisecond()
    {
        // Reference: the runs themselves (ConvergenceTests): the classical rule fails at 0.1 ms and not at 0.05 ms, the
        // exponential one not at 0.1 ms.
        var cell = TestCells.HodgkinHuxley;
        Assert.Empty(Advice(cell, IntegrationMethod.ExponentialRungeKutta4, 0.1e-3));
        Assert.Empty(Advice(cell, IntegrationMethod.RungeKutta4, 0.05e-3));
        var warning = Assert.Single(Advice(cell, IntegrationMethod.RungeKutta4, 0.1e-3));
        Assert.InRange(warning.FastestTimeConstant, 10e-6, 50e-6);
        Assert.Equal(50e-6, warning.LongestStep, 1e-9);
    }

    [Fact]
    public void A_cell_that_cannot_be_followed_is_looked_at_where_it_starts()
    {
        var cell = TestCell.Of("dx/dt = x**2/ms - 3*x/ms : 1", initial: "x = 4");
        Assert.Empty(Advice(cell, IntegrationMethod.RungeKutta4, 0.1e-3));
    }

    private static ImmutableArray<StabilityWarning> Advice(CellModel cell, IntegrationMethod method, double dt) =>
        StepAdvice.Examine(cell, StepBuilder.Build(cell, method), dt, new ReferenceOptions
        {
            Duration = 0.05,
            Inputs = cell == TestCells.HodgkinHuxley
                ? ImmutableDictionary<string, Func<double, double>>.Empty.Add("I_ext", _ => 0.2)
                : ImmutableDictionary<string, Func<double, double>>.Empty,
        });
}

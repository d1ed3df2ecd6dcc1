using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Integration.Stability;

namespace Isonomia.Modeling.Tests.Integration;

public class StabilityCheckTests
{
    [Theory]
    [InlineData(IntegrationMethod.Euler, 2)]
    [InlineData(IntegrationMethod.Heun, 2)]
    [InlineData(IntegrationMethod.RungeKutta2, 2)]
    [InlineData(IntegrationMethod.RungeKutta4, 2.785)]
    public void A_decay_is_unstable_beyond_the_limit_of_the_method(IntegrationMethod method, double limit)
    {
        // Reference: the real stability intervals, -2 to 0 and -2.785 to 0 (Hairer & Wanner, Solving Ordinary Differential
        // Equations II, section IV.2).
        Assert.Empty(Warnings("dx/dt = -x/tau : 1\ntau : second", method, limit * 0.99e-3));
        var warning = Assert.Single(Warnings("dx/dt = -x/tau : 1\ntau : second", method, limit * 1.02e-3));
        Assert.Equal(1e-3, warning.FastestTimeConstant, 1e-12);
        Assert.Equal(2e-3, warning.LongestStep, 1e-12);
    }

    [Theory]
    [InlineData(IntegrationMethod.RungeKutta4, 2.828)]
    [InlineData(IntegrationMethod.Heun, 0.45)]
    public void An_oscillation_is_unstable_where_it_grows(IntegrationMethod method, double limit)
    {
        // Reference: the classical rule is stable to 2.828 on the imaginary axis; Heun's amplification sqrt(1 + z^4/4)
        // passes the 1.02 that counts as growth at z = 0.635.
        const string equations = "dx/dt = y/tau : 1\ndy/dt = -x/tau : 1\ntau : second";
        Assert.Empty(Warnings(equations, method, limit * 0.99e-3));
        Assert.Single(Warnings(equations, method, limit * 1.6e-3));
    }

    [Theory]
    [InlineData(IntegrationMethod.ExponentialEuler)]
    [InlineData(IntegrationMethod.ExponentialMidpoint)]
    [InlineData(IntegrationMethod.ExponentialRungeKutta4)]
    [InlineData(IntegrationMethod.Auto)]
    public void Exponential_rules_are_stable_for_any_decay(IntegrationMethod method) =>
        Assert.Empty(Warnings("dx/dt = -x/tau : 1\ntau : second", method, 1));

    [Fact]
    public void Growth_is_no_instability() =>
        Assert.Empty(Warnings("dx/dt = x/tau : 1\ntau : second", IntegrationMethod.RungeKutta4, 1e-3));

    [Fact]
    public void A_warning_names_the_block_the_time_constant_and_a_step_that_would_do()
    {
        var warning = Assert.Single(Warnings(
            "dm/dt = -m/tau : 1\ndh/dt = (m - h)/(50*ms) : 1\ntau : second", IntegrationMethod.Euler, 3e-3));
        Assert.Equal("dt = 3 ms is too long for block {m, h}: its fastest time constant is 1 ms; use dt <= 2 ms",
            warning.Message);
    }

    // With tau = 1 ms and all states at 1.
    private static ImmutableArray<StabilityWarning> Warnings(string equations, IntegrationMethod method, double dt)
    {
        var cell = TestCell.Of(equations);
        var check = new StabilityCheck(cell.Equations, StepBuilder.Build(cell, method), dt);
        check.Look([.. check.Variables.Select(v => v == "tau" ? 1e-3 : 1)]);
        return check.Warnings();
    }
}

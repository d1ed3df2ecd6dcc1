using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Integration;

public class StepBuilderChoiceTests
{
    private const string Gates = """
        dv/dt = (g*m**3*(E - v) + gl*(El - v))/C : volt
        dm/dt = (0.1*(1 - m)*exp(v/(10*mV)) - m)/ms : 1
        """;

    [Fact]
    public void A_leaky_cell_with_exponential_currents_is_solved_exactly_as_one_block()
    {
        var cell = TestCell.Of(
            "dv/dt = (El - v)/tau + I/C : volt\ndI/dt = -I/tau_s : amp",
            "El = -70 mV; tau = 20 ms; C = 1 nF; tau_s = 5 ms");
        Expect(cell, "v,I Exact");
    }

    [Fact]
    public void Conductances_are_solved_exactly_and_drive_the_potential()
    {
        var cell = TestCell.Of(
            "dv/dt = (gl*(El - v) + ge*(Ee - v))/C : volt\ndge/dt = -ge/tau_e : siemens",
            "El = -70 mV; gl = 10 nS; Ee = 0 mV; C = 200 pF; tau_e = 5 ms");
        Expect(cell, "ge Exact", "v ExponentialMidpoint");
    }

    [Fact]
    public void Cells_with_gates_take_the_Runge_Kutta_rule_that_follows_their_decay() =>
        Expect(TestCell.Of(Gates, "g = 10 uS; E = 50 mV; gl = 10 nS; El = -70 mV; C = 200 pF"),
            "v,m ExponentialRungeKutta4");

    [Fact]
    public void Cells_that_are_not_linear_and_have_no_gates_take_the_classical_rule() =>
        Expect(TestCell.Of("dv/dt = v**2/(mV*ms) - u : volt\ndu/dt = (v/ms - u)/(50*ms) : volt/second"),
            "v,u RungeKutta4");

    [Fact]
    public void States_that_do_not_read_each_other_are_blocks_of_their_own() =>
        Expect(TestCell.Of("dx/dt = -x**3/ms : 1\ndy/dt = -y/ms : 1\ndz/dt = -z**3/ms + y/ms : 1"),
            "y Exact", "x RungeKutta4", "z RungeKutta4");

    [Fact]
    public void What_depends_on_a_state_that_is_not_linear_is_stepped_with_it() =>
        Expect(TestCell.Of("dx/dt = -x**3/ms : 1\ndy/dt = (x - y)/ms : 1"), "x,y RungeKutta4");

    [Fact]
    public void A_parameter_that_may_change_keeps_coupled_equations_from_the_exact_propagator()
    {
        const string equations = "dx/dt = (y - x)/tau : 1\ndy/dt = -x/tau : 1\ntau : second";
        Expect(TestCell.Of(equations), "x,y RungeKutta4");
        Expect(TestCell.Of(equations + " (constant)"), "x,y Exact");
    }

    [Fact]
    public void A_long_cable_is_not_solved_by_a_dense_propagator_unless_asked_for()
    {
        var cable = string.Join('\n', Enumerable.Range(0, 20).Select(i =>
            $"dv{i}/dt = ({(i > 0 ? $"v{i - 1}" : "0")} + {(i < 19 ? $"v{i + 1}" : "0")} - 2*v{i})/ms : 1"));
        Assert.Equal(IntegrationMethod.ExponentialRungeKutta4,
            Assert.Single(StepBuilder.Build(TestCell.Of(cable)).Blocks).Method);
        Assert.Single(StepBuilder.Build(TestCell.Of(cable), IntegrationMethod.Exact).Propagators);
    }

    [Fact]
    public void A_single_equation_may_have_a_parameter_that_changes_between_steps() =>
        Expect(TestCell.Of("dv/dt = (El - v)/tau : volt\nEl : volt\ntau : second"), "v Exact");

    [Fact]
    public void What_the_reset_assigns_may_change()
    {
        const string equations = "dx/dt = (y - a*x)/ms : 1\ndy/dt = -x/ms : 1";
        Expect(TestCell.Of(equations, "a = 2", "x > 1", "x = 0"), "x,y Exact");
        Expect(TestCell.Of(equations + "\na : 1 (constant)", "", "x > 1", "x = 0"), "x,y Exact");
        Expect(TestCell.Of(equations + "\na : 1", "", "x > 1", "a += 1"), "x,y RungeKutta4");
    }

    [Fact]
    public void Noise_chooses_by_how_it_enters()
    {
        Expect(TestCell.Of("dv/dt = -v/tau + s*xi/tau**.5 : volt", "tau = 10 ms; s = 1 mV"), "v Exact");
        Expect(TestCell.Of("dx/dt = (x - x**3)/ms + xi/second**.5 : 1"), "x Heun");
        Expect(TestCell.Of("dx/dt = -x/ms + x*xi/second**.5 : 1"), "x Milstein");
        Expect(TestCell.Of(
            "dx/dt = -x/ms + y*xi_a/second**.5 : 1\ndy/dt = -y/ms + x*xi_b/second**.5 : 1"), "x,y Heun");
        Expect(TestCell.Of(Gates.Replace("/C :", "/C + s*xi :", StringComparison.Ordinal),
            "g = 10 uS; E = 50 mV; gl = 10 nS; El = -70 mV; C = 200 pF; s = 1 mV/ms**.5"), "v,m ExponentialRungeKutta4");
        Expect(TestCell.Of(
            "dv/dt = (gl*(El - v) + ge*(Ee - v))/C + s*xi : volt\ndge/dt = -ge/tau_e : siemens",
            "El = -70 mV; gl = 10 nS; Ee = 0 mV; C = 200 pF; tau_e = 5 ms; s = 1 mV/ms**.5"),
            "ge Exact", "v ExponentialMidpoint");
    }

    [Fact]
    public void Coloured_noise_is_exact_and_drives_the_rest() =>
        Expect(TestCell.Of(
            "dv/dt = (El - v + R*I)/tau : volt\ndI/dt = -I/tau_n + s*sqrt(2/tau_n)*xi : amp",
            "El = -70 mV; tau = 20 ms; R = 100 Mohm; tau_n = 3 ms; s = 50 pA"), "I Exact", "v ExponentialMidpoint");

    [Fact]
    public void A_named_method_steps_all_states() =>
        Expect(TestCell.Of("dx/dt = -x/ms : 1\ndy/dt = -y**3/ms : 1"), IntegrationMethod.Heun, "x Heun", "y Heun");

    [Theory]
    [InlineData("dv/dt = -v**2/ms : 1", IntegrationMethod.Exact, "'exact' does not fit dv/dt", "not linear in v")]
    [InlineData("dx/dt = x*y/ms : 1\ndy/dt = -y/ms : 1", IntegrationMethod.Exact, "dx/dt", "multiplies x and y")]
    [InlineData("dx/dt = -x*t/ms**2 : 1", IntegrationMethod.Exact, "dx/dt", "coefficient of x depends on time")]
    [InlineData("dx/dt = (y - x)/tau : 1\ndy/dt = -x/tau : 1\ntau : second", IntegrationMethod.Exact, "dx/dt",
        "depend on tau")]
    [InlineData("dx/dt = -x**3/ms : 1\ndy/dt = (x - y)/ms : 1", IntegrationMethod.Exact, "dx/dt", "not linear in x")]
    [InlineData("dy/dt = (x - y)/ms : 1\ndx/dt = -x**3/ms : 1", IntegrationMethod.Exact, "dy/dt", "it depends on x")]
    [InlineData("dx/dt = -x/ms + x*xi/ms**.5 : 1", IntegrationMethod.Exact, "dx/dt", "noise is multiplied by x")]
    [InlineData("dx/dt = -x**3/ms : 1", IntegrationMethod.ExponentialEuler, "'exponential-euler'", "not linear in x")]
    [InlineData("dx/dt = -x/ms + xi/ms**.5 : 1", IntegrationMethod.RungeKutta4, "'rk4' does not fit dx/dt", "noise")]
    [InlineData("dx/dt = -x/ms + xi/ms**.5 : 1", IntegrationMethod.RungeKutta2, "'rk2'", "'heun' would do")]
    [InlineData("dx/dt = -x/ms + x*xi/ms**.5 : 1", IntegrationMethod.ExponentialRungeKutta4, "'exponential-rk4'",
        "multiplied")]
    [InlineData("dx/dt = -x/ms + x*xi_a/ms**.5 + xi_b/ms**.5 : 1", IntegrationMethod.Milstein, "dx/dt",
        "more than one noise")]
    public void A_method_that_does_not_fit_is_refused_with_the_equation_and_the_reason(
        string equations, IntegrationMethod method, string what, string why)
    {
        var error = Assert.Throws<IntegrationException>(() => StepBuilder.Build(TestCell.Of(equations), method));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Every_choice_is_explained_in_a_sentence()
    {
        var cells = new[]
        {
            TestCell.Of(Gates, "g = 10 uS; E = 50 mV; gl = 10 nS; El = -70 mV; C = 200 pF"),
            TestCell.Of("dv/dt = -v/tau + s*xi/tau**.5 : volt", "tau = 10 ms; s = 1 mV"),
            TestCell.Of("dx/dt = -x**3/ms : 1\ndy/dt = -y/ms + sin(2*pi*50*Hz*t)/ms : 1"),
        };
        var reasons = cells.SelectMany(c => StepBuilder.Build(c).Blocks).Select(b => b.Reason).ToArray();
        Assert.All(reasons, r => Assert.True(r.Length > 20 && !r.EndsWith('.') && char.IsLower(r[0]), r));
        Assert.Contains(reasons, r => r.Contains("gate", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("Ornstein-Uhlenbeck", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("middle of the step", StringComparison.Ordinal));
    }

    private static void Expect(CellModel cell, params string[] blocks) => Expect(cell, IntegrationMethod.Auto, blocks);

    private static void Expect(CellModel cell, IntegrationMethod method, params string[] blocks) => Assert.Equal(
        blocks, StepBuilder.Build(cell, method).Blocks.Select(b => $"{string.Join(',', b.States)} {b.Method}"));
}

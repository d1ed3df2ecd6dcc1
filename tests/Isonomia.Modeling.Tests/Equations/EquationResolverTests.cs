using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Equations;

public class EquationResolverTests
{
    private const string Leak = "gL: siemens, EL: volt, C: farad";

    [Fact]
    public void A_leaky_membrane_has_one_state_in_volt()
    {
        var system = Reading.Equations("dv/dt = gL*(EL - v)/C : volt (unless refractory)", Leak);
        var state = Assert.Single(system.States);
        Assert.Equal("v", state.Name);
        Assert.Equal(Dimension.Voltage, state.Symbol.Dimension);
        Assert.Equal(Dimension.Voltage / Dimension.Time, state.Right!.Dimension);
        Assert.Equal(EquationFlags.UnlessRefractory, state.Flags);
    }

    [Fact]
    public void Subexpressions_follow_those_they_use_and_states_keep_their_order()
    {
        var system = Reading.Equations("""
            I = g*(E - v) : amp
            dv/dt = I/C : volt
            E = -70*mV + drift : volt
            g : siemens
            drift = 2*mV : volt
            """, "C: farad");
        Assert.Equal(["drift", "E", "I", "v", "g"], system.Equations.Select(e => e.Name));
    }

    [Theory]
    [InlineData("dv/dt = (gL*(EL - v) + I_syn)/C : volt", "ampere")]
    [InlineData("dv/dt = (EL - v + I_syn)/(10*ms) : volt", "volt")]
    [InlineData("dv/dt = (EL - v)/(10*ms) + I_syn/C : volt", "ampere")]
    [InlineData("dv/dt = (EL - v + (100*Mohm)*(I_syn + I_ext))/(10*ms) : volt", "ampere")]
    [InlineData("dx/dt = (1 - x + I_syn)/(10*ms) : 1", "1 (no unit)")]
    [InlineData("dv/dt = (-I_syn - Il)/Cm : volt\nIl = 1*uA/cm**2 : amp/metre**2\nCm = 1*uF/cm**2 : farad/metre**2",
        "ampere/metre^2")]
    [InlineData("dv/dt = (I_all - v/(1*Mohm))/C : volt\nI_all = I_syn + I_ext : amp", "ampere")]
    [InlineData("dv/dt = -v/(10*ms) : volt", "ampere")]
    public void An_input_has_the_dimension_of_what_it_is_added_to(string equations, string dimension)
    {
        var input = Reading.Equations(equations, Leak).Symbols["I_syn"];
        Assert.Equal(SymbolKind.Input, input.Kind);
        Assert.Equal(dimension, DimensionNames.Describe(input.Dimension));
    }

    [Fact]
    public void A_model_may_define_its_own_input()
    {
        var system = Reading.Equations("dv/dt = (I_ext - v)/(10*ms) : volt\nI_ext = 3*mV : volt");
        Assert.Equal(SymbolKind.Subexpression, system.Symbols["I_ext"].Kind);
        Assert.Equal(SymbolKind.Input, system.Symbols["I_syn"].Kind);
    }

    [Fact]
    public void Parameters_shadow_the_symbols_of_units()
    {
        var system = Reading.Equations("dv/dt = m*F/C : volt", "m: 1, F: amp, C: farad");
        Assert.Equal(["C", "F", "m"], FreeVariables.Of(system.Find("v")!.Right!));
    }

    [Fact]
    public void Noise_is_split_from_the_drift()
    {
        var state = Reading.Equations(
            "dv/dt = -v/tau + sigma*sqrt(2/tau)*xi : volt", "tau: second, sigma: volt").Find("v")!;
        Assert.Equal(["tau", "v"], FreeVariables.Of(state.Right!));
        var factor = Assert.Single(state.Noise);
        Assert.Equal("", factor.Key);
        Assert.Equal(Dimension.Voltage / Dimension.Time.Power(0.5), factor.Value.Dimension);
    }

    // (1 + c xi) (a - x)/tau has drift (a - x)/tau and factor c (a - x)/tau.
    [Fact]
    public void Multiplicative_noise_inside_a_product_is_found()
    {
        var state = Reading.Equations(
            "dx/dt = (a - x)/tau*(1 + c*xi*tau**0.5) : 1", "a: 1, c: 1, tau: second").Find("x")!;
        var values = new Dictionary<string, double> { ["a"] = 2, ["x"] = 0.5, ["c"] = 3, ["tau"] = 4 };
        Assert.Equal(1.5 / 4, Evaluator.Evaluate(state.Right!, n => values[n]), 1e-15);
        Assert.Equal(3 * 1.5 / 4 * 2, Evaluator.Evaluate(state.Noise[""], n => values[n]), 1e-15);
    }

    [Fact]
    public void One_name_of_noise_is_one_noise_in_several_equations()
    {
        var system = Reading.Equations("""
            dv/dt = -v/tau + xi_a/tau**0.5 - 2*xi_b/tau**0.5 : 1
            dw/dt = -w/tau + xi_a/tau**0.5 + xi_a/tau**0.5 : 1
            """, "tau: second");
        Assert.Equal(["a", "b"], system.Find("v")!.Noise.Keys);
        Assert.Equal(4.0, Evaluator.Evaluate(system.Find("w")!.Noise["a"], _ => 0.25), 1e-15);
    }

    [Fact]
    public void A_subexpression_passes_its_named_noise_to_the_states_that_use_it()
    {
        var system = Reading.Equations("""
            dv/dt = noise/C : volt
            noise = mu + sigma*sqrt(1*ms)*xi_pop : amp
            """, "mu: amp, sigma: amp, C: farad");
        Assert.Equal(["pop"], system.Find("v")!.Noise.Keys);
        Assert.Equal(["mu"], FreeVariables.Of(system.Find("noise")!.Right!));
    }

    [Fact]
    public void Every_call_of_a_random_function_draws_its_own_number()
    {
        var system = Reading.Equations(
            "I = randn() + randn() + rand() : 1 (constant over dt)\ndx/dt = (randn() + I - x)/ms : 1");
        Assert.Equal(["I#0", "I#1", "I#2"], Sites(system.Find("I")!.Right!).Order());
        Assert.Equal(["dx/dt#0"], Sites(system.Find("x")!.Right!));
    }

    [Theory]
    [InlineData("sqrt(2/tau)", "second^-0.5")]
    [InlineData("tau**-.5", "second^-0.5")]
    [InlineData("v**2", "volt^2")]
    [InlineData("(v/mV)**2.3", "1 (no unit)")]
    [InlineData("abs(v)", "volt")]
    [InlineData("clip(v, -70*mV, inf*mV)", "volt")]
    [InlineData("floor(v)", "volt")]
    [InlineData("sign(v)", "1 (no unit)")]
    [InlineData("v % (3*mV)", "volt")]
    [InlineData("t//(3*ms)", "1 (no unit)")]
    [InlineData("timestep(t, dt)", "1 (no unit)")]
    [InlineData("gas_constant*zero_celsius/faraday_constant", "volt")]
    [InlineData("1/mV*10*mV/exprel(-(v+35*mV)/(10*mV))/ms", "hertz")]
    [InlineData("281 pF * 3 mV / (2 ms)", "ampere")]
    [InlineData("uF/cm**2*v", "coulomb/metre^2")]
    public void A_formula_has_the_dimension_it_should(string formula, string dimension)
    {
        var unit = Expected(formula);
        Assert.Equal(dimension, DimensionNames.Describe(unit));

        Dimension Expected(string text)
        {
            var bag = new Modeling.Diagnostics.DiagnosticBag();
            var value = ExpressionResolver.Resolve(new Modeling.Diagnostics.SourceText(text, "formula"),
                Reading.Equations("v : volt\ntau : second").Symbols.Values, bag, ExpectedValue.AnyConstant);
            Assert.Empty(bag.Found);
            return value!.Dimension;
        }
    }

    [Fact]
    public void Built_in_values_may_be_read_anywhere()
    {
        var system = Reading.Equations("""
            dv/dt = int(not_refractory)*sin(2*pi*i/N + t/dt)/ms + (t - lastspike)/ms**2 : 1
            n = t_in_timesteps : integer
            """);
        Assert.Equal(ValueKind.Integer, system.Symbols["n"].ValueKind);
    }

    [Fact]
    public void A_synapse_reads_both_its_sides()
    {
        var system = Reading.Equations("""
            w : siemens
            dg/dt = -g/(5*ms) : siemens (clock-driven)
            I_post = g*(E - v_post) : amp (summed)
            dx/dt = -x/(20*ms) : 1 (event-driven)
            """, "E: volt", EquationContext.Synapse, ("v_post", "volt"));
        Assert.Equal(EquationFlags.Summed, system.Find("I_post")!.Flags);
        Assert.Equal(EquationFlags.EventDriven, system.Find("x")!.Flags);
    }

    [Fact]
    public void A_quantity_is_the_number_a_person_means()
    {
        var system = Reading.Equations("x = 0.3*ms : second\ny = 10/ms : Hz");
        Assert.True(system.Find("x")!.Right!.IsConstant(3e-4));
        Assert.True(system.Find("y")!.Right!.IsConstant(1e4));
    }

    [Fact]
    public void Names_stay_known_when_their_equations_are_wrong()
    {
        var bag = new Modeling.Diagnostics.DiagnosticBag();
        var system = EquationResolver.Resolve(
            new Modeling.Diagnostics.SourceText("dv/dt = foo/tau : volt\nx = 3*mV : volt", "equations"), [], bag);
        Assert.True(bag.HasErrors);
        Assert.True(system.Symbols.ContainsKey("v"));
        Assert.Equal(["x"], system.Equations.Select(e => e.Name));
    }

    private static IEnumerable<string> Sites(Expression expression) =>
        expression.Operator is Operator.Normal or Operator.Uniform
            ? [expression.Name]
            : expression.Operands.SelectMany(Sites);
}

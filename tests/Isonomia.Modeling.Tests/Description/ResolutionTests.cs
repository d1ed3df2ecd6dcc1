using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Building;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Description;

/// <summary>
/// From what is written to a model: values, dimensions, initial values, and what is said of mistakes.
/// </summary>
public class ResolutionTests
{
    private const string Lif = """
        cell: lif
        parameters: {C: 200 pF, gL: 10 nS, EL: -70 mV, VT: -50 mV}
        equations: |
          dv/dt = (gL*(EL - v) + I_ext)/C : volt (unless refractory)
        threshold: v > VT
        reset: v = EL
        refractory: 2 ms
        """;

    [Fact]
    public void Values_may_be_expressions_of_other_parameters_in_any_order()
    {
        var cell = Cell(Lif.Replace("{C: 200 pF, gL: 10 nS",
            "{C: tau*gL, tau: 20 ms, gL: g1 * 2, g1: {value: 5, unit: nS}"));
        Assert.Equal(200e-12, Value(cell, "C"), 1e-20);
        Assert.Equal(Dimension.Capacitance, cell.Parameters[0].Symbol.Dimension);
    }

    [Fact]
    public void A_parameter_that_the_equations_declare_has_the_dimension_declared_there_and_zero_needs_no_unit()
    {
        var cell = Cell(Lif.Replace("VT: -50 mV}", "VT: -50 mV, I: 0}")
            .Replace("+ I_ext)/C : volt (unless refractory)", "+ I)/C : volt\n  I : amp"));
        Assert.Equal(Dimension.Current, cell.Parameters.Single(p => p.Name == "I").Symbol.Dimension);
    }

    [Fact]
    public void Initial_values_may_read_other_states_and_subexpressions_and_are_put_into_each_other()
    {
        var cell = Cell("""
            cell: two
            parameters: {E: -70 mV, b: 2/second}
            equations: |
              dv/dt = -v/second : volt
              du/dt = -u/second : volt/second
              dw/dt = -w/second : volt
              twice = 2*u : volt/second
            initial: {u: b*v, w: twice*second, v: "uniform(E, 0 mV)"}
            """);
        Assert.Equal(["b", "E"], FreeVariables.Of([.. cell.Initial.Values]).Order(StringComparer.OrdinalIgnoreCase));
        double At(string name) => Evaluator.Evaluate(cell.Initial[name], n => n == "E" ? -0.07 : 2, (_, _) => 0.25);
        Assert.Equal(-0.0525, At("v"), 1e-12);
        Assert.Equal(-0.105, At("u"), 1e-12);
        Assert.Equal(-0.21, At("w"), 1e-12);
    }

    [Fact]
    public void A_declared_input_is_an_input_and_not_a_parameter_without_value()
    {
        var cell = Cell(Lif.Replace("volt (unless refractory)", "volt (unless refractory)\n  I_ext : amp"));
        Assert.Equal(SymbolKind.Input, cell.Equations.Symbols["I_ext"].Kind);
        Assert.Null(cell.Equations.Find("I_ext"));
    }

    [Fact]
    public void A_bare_input_of_a_density_has_the_dimension_of_what_it_is_added_to() =>
        Assert.Equal(Dimension.Current / Dimension.Length.Power(2),
            ModelFile.ReadCell("wang-buzsaki").Equations.Symbols["I_ext"].Dimension);

    [Theory]
    [InlineData("C: 200 pF", "C: 200 pX", "m.yaml:2:21", "pX", "")]
    [InlineData("C: 200 pF", "C: 200", "m.yaml:", "", "")]
    [InlineData("C: 200 pF", "C: a, a: b, b: C", "m.yaml:2:", "depend on each other: C -> a -> b -> C",
        "a value of its own")]
    [InlineData("C: 200 pF", "C: C", "m.yaml:2:17", "parameter 'C' depends on itself", "a value of its own")]
    [InlineData("C: 200 pF", "C: {value: 200 pF, range: [1 nF, 2 nF]}", "m.yaml:2:25", "lies outside of its range",
        "from 1 nF to 2 nF")]
    [InlineData("C: 200 pF", "C: {value: 200 pF, range: [1 mV, 2 nF]}", "m.yaml:2:", "volt", "")]
    [InlineData("C: 200 pF", "C: 200 pF/0", "m.yaml:2:17", "not a finite number", "")]
    [InlineData("C: 200 pF", "C: {value: 200 pF, unit: pF}", "m.yaml:2:25", "farad", "")]
    [InlineData("C: 200 pF", "exp: 1, C: 200 pF", "m.yaml:2:14", "'exp' is a function", "another name")]
    [InlineData("C: 200 pF", "_x: 1, C: 200 pF", "m.yaml:2:14", "internal use", "another name")]
    [InlineData("C: 200 pF", "a b: 1, C: 200 pF", "m.yaml:2:14", "the name of a parameter was expected", "letters")]
    [InlineData("v > VT", "v > V_T", "m.yaml:5:16", "V_T", "did you mean 'VT'?")]
    [InlineData("v > VT", "v - VT", "m.yaml:5:", "", "")]
    [InlineData("v = EL", "v = EL*2*second", "m.yaml:6:", "volt", "")]
    [InlineData("v = EL", "u = EL; v = gL", "m.yaml:6:20", "siemens", "")]
    [InlineData("2 ms", "2 mV", "m.yaml:7:13", "volt", "")]
    [InlineData("2 ms", "-2 ms", "m.yaml:7:13", "found a negative time", "")]
    [InlineData("refractory: 2 ms", "initial: {V: EL}", "m.yaml:7:11", "'V' is no state", "did you mean 'v'?")]
    [InlineData("refractory: 2 ms", "initial: {EL: -1 mV}", "m.yaml:7:11", "'EL' is a parameter", "")]
    [InlineData("refractory: 2 ms", "initial: {v: v + 1*mV}", "m.yaml:7:14", "initial value of 'v' depends on itself",
        "")]
    [InlineData("refractory: 2 ms", "integrator: eular", "m.yaml:7:13", "there is no integrator 'eular'",
        "did you mean 'euler'?")]
    [InlineData("refractory: 2 ms",
        "variants: {x: {equations: \"dv/dt = -v**3/volt**2/second : volt\", integrator: exact, input: 0}}", "m.yaml:",
        "exact", "")]
    [InlineData("refractory: 2 ms", "dt: 0 ms", "m.yaml:7:5", "a time above zero", "")]
    [InlineData("refractory: 2 ms", "duration: 3 mV", "m.yaml:7:11", "volt", "")]
    [InlineData("refractory: 2 ms", "input: 3 mV", "m.yaml:7:8", "volt", "amp")]
    [InlineData("refractory: 2 ms", "input: v/second", "m.yaml:7:8", "v", "")]
    [InlineData("refractory: 2 ms", "tests: [{for: 1 s, rate: [2 Hz, 1 Hz]}]", "m.yaml:7:27",
        "smallest value of a range is above the largest", "")]
    [InlineData("refractory: 2 ms", "tests: [{for: 1 s, rate: [1 mV, 2 Hz]}]", "m.yaml:7:27", "volt", "")]
    [InlineData("refractory: 2 ms", "tests: [{for: 1 s, final: {V: [1 mV, 2 mV]}}]", "m.yaml:7:28", "'V'",
        "did you mean 'v'?")]
    [InlineData("refractory: 2 ms", "tests: [{for: 1 s, spikes: 1, parameters: {c: 1}}]", "m.yaml:7:44",
        "'c', which is no parameter", "did you mean 'C'?")]
    [InlineData("refractory: 2 ms", "tests: [{for: 1 s, spikes: 1, weight: 1 nS}]", "m.yaml:7:39",
        "a receptor's experiment", "input")]
    [InlineData("refractory: 2 ms", "variants: {x: {parameters: {C: 1 mV}}}", "m.yaml:", "volt", "")]
    [InlineData("refractory: 2 ms", "variants: {x: {input: 1 mV}}", "m.yaml:7:23", "volt", "")]
    [InlineData("I_ext)/C : volt (unless refractory)", "I)/C : volt (unless refractory)\n  I : amp", "m.yaml:5:3",
        "'I' is declared here and has no value", "parameters: {I: 1 amp}")]
    [InlineData("I_ext)/C : volt (unless refractory)",
        "I_ext*int(on))/C : volt (unless refractory)\n  on : boolean (constant)", "m.yaml:5:3",
        "'on' is declared here and has no value", "parameters: {on: True}")]
    [InlineData("I_ext)/C : volt (unless refractory)", "I_ext*n)/C : volt\n  n : integer (constant)", "m.yaml:5:3",
        "'n' is declared here and has no value", "parameters: {n: 1}")]
    public void A_mistake_is_named_with_its_place_and_its_remedy(string before, string after, string place,
        string message, string hint)
    {
        Assert.Contains(before, Lif);
        var bag = new DiagnosticBag();
        var description = ModelFile.Parse(Lif.Replace(before, after), "m.yaml", bag);
        Assert.NotNull(description);
        Assert.Null(((CellDescription)description).Resolve(bag));
        var shown = string.Join('\n', bag.Found.Select(d => d.Render()));
        Assert.True(shown.Contains(place) && shown.Contains(message) && shown.Contains(hint), shown);
        Assert.DoesNotContain("Exception", shown);
    }

    [Fact]
    public void A_bracket_left_open_in_the_equations_is_one_mistake_and_stands_where_it_was_opened()
    {
        var bag = new DiagnosticBag();
        (ModelFile.Parse(Lif.Replace("I_ext)/C", "I_ext/C"), "m.yaml", bag) as CellDescription)?.Resolve(bag);
        var error = Assert.Single(bag.Found, d => d.Severity == Severity.Error);
        Assert.StartsWith("m.yaml:4:", error.Render(), StringComparison.Ordinal);
        Assert.Contains("'(' is never closed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VT: -50 mV", "VT: -50 mV, Vt: -40 mV", "nothing reads the parameter 'Vt'")]
    [InlineData("threshold: v > VT\n", "", "this has no effect, because the model has no threshold")]
    public void What_is_doubtful_is_a_warning(string before, string after, string message)
    {
        var bag = new DiagnosticBag();
        var cell = ((CellDescription)ModelFile.Parse(Lif.Replace(before, after), "m.yaml", bag)!).Resolve(bag);
        Assert.NotNull(cell);
        Assert.Contains(bag.Found, d => d.Severity == Severity.Warning && d.Message.Contains(message));
    }

    [Fact]
    public void All_mistakes_in_all_keys_are_named_at_once()
    {
        var bag = new DiagnosticBag();
        var description = ModelFile.Parse("""
            cell: wrong
            parameters: {tau: 10 mss, b: 1 mV}
            equations: |
              dv/dt = (b - v + wrong)/tau : volt
              dw/dt = b : volt
            threshold: u > b
            reset: v = 1
            initial: {x: 1}
            dt: 1 mV
            """, "m.yaml", bag);
        ((CellDescription)description!).Resolve(bag);
        var lines = bag.Found.Select(d => d.Source.Position(d.Span.Start).Line).Distinct().Order();
        Assert.Equal([2, 4, 5, 6, 7, 8, 9], lines);
    }

    [Theory]
    [InlineData("g += w", "siemens")]
    [InlineData("g += w*2*second/ms", "siemens")]
    [InlineData("v += w", "volt")]
    [InlineData("g += 1*nS*w", "1 (no unit)")]
    public void The_weight_has_the_dimension_that_fits(string onPre, string dimension)
    {
        var receptor = new ReceptorBuilder("r").Parameter("tau", "5 ms").Parameter("E", "0 mV")
            .Equations("dg/dt = -g/tau : siemens\nI_syn = g*(E - v) : amp").OnPre(onPre).Build();
        Assert.Equal(dimension, DimensionNames.Describe(receptor.Weight.Dimension));
    }

    [Fact]
    public void A_receptor_reads_the_variables_of_the_cell_it_is_put_on()
    {
        var cell = ModelFile.ReadCell("fitzhugh-nagumo").Equations;
        var bag = new DiagnosticBag();
        var receptor = new ReceptorBuilder("r").Equations("dx/dt = -x*tau_post/second : 1\nI_syn = x*w_post*v : 1")
            .OnPre("x += w")
            .Describe().Resolve(cell, bag);
        Assert.True(receptor is not null, string.Join('\n', bag.Found.Select(d => d.Render())));
        Assert.Equal(Dimension.None, receptor.Weight.Dimension);
    }

    [Fact]
    public void A_state_of_the_source_cannot_read_the_target()
    {
        var bag = new DiagnosticBag();
        new ReceptorBuilder("r").State(StateLocation.Source).Equations("ds/dt = -s/second*v/volt : 1").OnPre("s += w")
            .Describe().Resolve(null, bag);
        Assert.Contains(bag.Found, d => d.Message.Contains("'s' lives with the source and reads 'v' of a target"));
    }

    [Fact]
    public void The_builder_names_the_part_that_is_wrong()
    {
        var thrown = Assert.Throws<ModelException>(() => new CellBuilder("mine").Equations("dv/dt = x : 1")
            .Threshold("v > y").Build());
        Assert.Contains("cell 'mine', equations:1:9", thrown.Message);
        Assert.Contains("cell 'mine', threshold:1:5", thrown.Message);
    }

    private static CellModel Cell(string text)
    {
        var bag = new DiagnosticBag();
        var cell = (ModelFile.Parse(text, "m.yaml", bag) as CellDescription)?.Resolve(bag);
        bag.ThrowIfErrors();
        return cell!;
    }

    private static double Value(CellModel cell, string name)
    {
        var parameter = cell.Parameters.Single(p => p.Name == name);
        return Evaluator.Evaluate(parameter.Value, n => Value(cell, n));
    }
}

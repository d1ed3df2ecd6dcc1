using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Composition;

public class InputCompositionTests
{
    private static readonly CellModel Integrator = Cell("dv/dt = (I_ext + I)/C : volt\nC : farad (constant)\nI : amp");

    [Theory]
    [InlineData("300 pA", 0.5, 300e-12)]
    [InlineData("step(300 pA, 100 ms, 200 ms)", 0.0999, 0)]
    [InlineData("step(300 pA, 100 ms, 200 ms)", 0.1, 300e-12)]
    [InlineData("step(300 pA, 100 ms, 200 ms)", 0.1999, 300e-12)]
    [InlineData("step(300 pA, 100 ms, 200 ms)", 0.2, 0)]
    [InlineData("step(300 pA, 100 ms)", 7, 300e-12)]
    [InlineData("ramp(100 pA, 500 pA, 1 s, 2 s)", 0.5, 100e-12)]
    [InlineData("ramp(100 pA, 500 pA, 1 s, 2 s)", 1.25, 200e-12)]
    [InlineData("ramp(100 pA, 500 pA, 1 s, 2 s)", 3, 500e-12)]
    [InlineData("pulses(1 nA, 2 ms, 10 ms, 50 ms)", 0.0499, 0)]
    [InlineData("pulses(1 nA, 2 ms, 10 ms, 50 ms)", 0.0519, 1e-9)]
    [InlineData("pulses(1 nA, 2 ms, 10 ms, 50 ms)", 0.052, 0)]
    [InlineData("pulses(1 nA, 2 ms, 10 ms, 50 ms)", 0.0601, 1e-9)]
    [InlineData("100*pA*sin(2*pi*10*Hz*t)", 0.025, 100e-12)]
    [InlineData("10 pA + 2*step(5 pA, 0 ms)", 0.5, 20e-12)]
    public void Inputs_have_the_shape_they_are_named_after(string input, double time, double expected)
    {
        var cell = Apply(Integrator, input);
        Assert.Equal(expected, Value(cell, "I_ext", time), 1e-21);
    }

    [Fact]
    public void A_parameter_can_be_driven_by_name_and_inputs_add_up()
    {
        var cell = Apply(Apply(Apply(Integrator, "I = 5 pA"), "100 pA", 2), "step(50 pA, 1 s)", 3);
        Assert.Equal(5e-12, Value(cell, "I", 0), 1e-21);
        Assert.Equal(100e-12, Value(cell, "I_ext", 0.5), 1e-21);
        Assert.Equal(150e-12, Value(cell, "I_ext", 1.5), 1e-21);
    }

    [Fact]
    public void Noise_is_an_ornstein_uhlenbeck_process_of_the_stated_spread()
    {
        var cell = Apply(Integrator, "noise(100 pA, 20 pA, 5 ms)");
        var state = Assert.Single(cell.Equations.States, e => !e.Noise.IsEmpty);

        // Its stationary variance is coefficient^2 tau/2 (Gillespie 1996): sd^2.
        var coefficient = Evaluator.Evaluate(state.Noise.Values.Single(), _ => 0);
        Assert.Equal(20e-12, Math.Sqrt(coefficient * coefficient * 5e-3 / 2), 1e-20);
        Assert.Equal(-1e-12 / 5e-3, Evaluator.Evaluate(state.Right!, _ => 1e-12), 1e-15);
        Assert.Contains(state.Name, cell.Initial.Keys);
    }

    [Theory]
    [InlineData("300 mV", "volt")]
    [InlineData("step(1 nA)", "step was given 1 argument")]
    [InlineData("J = 1 nA", "no input or parameter 'J'")]
    [InlineData("step(1 nA, 1 mV)", "volt")]
    [InlineData("stepp(1 nA, 1 ms)", "stepp")]
    public void A_wrong_input_is_explained(string input, string words)
    {
        var bag = new DiagnosticBag();
        Assert.Null(InputComposition.Apply(Integrator, input, 1, bag));
        Assert.Contains(words, bag.Found[0].Render(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_behind_a_name_points_at_its_column()
    {
        var bag = new DiagnosticBag();
        InputComposition.Apply(Integrator, "I = 300 pV", 1, bag);
        Assert.StartsWith("input:1:", bag.Found[0].Render(), StringComparison.Ordinal);
        Assert.True(bag.Found[0].Source.Position(bag.Found[0].Span.Start).Column >= 5);
    }

    private static CellModel Apply(CellModel cell, string input, int number = 1)
    {
        var bag = new DiagnosticBag();
        var composed = InputComposition.Apply(cell, input, number, bag);
        bag.ThrowIfErrors();
        return composed!;
    }

    private static double Value(CellModel cell, string name, double time) => Evaluator.Evaluate(
        cell.Equations.Find(name)!.Right!, v => v == "t" ? time : v == "dt" ? 1e-4 : throw new ArgumentException(v));

    private static CellModel Cell(string equations)
    {
        var bag = new DiagnosticBag();
        var system = EquationResolver.Resolve(new SourceText(equations, "equations"), [], bag);
        bag.ThrowIfErrors();
        return new CellModel
        {
            Name = "integrator",
            Parameters = [new ModelParameter(system.Symbols["C"], Expression.Constant(1e-10, Dimension.Capacitance))],
            Equations = system,
        };
    }
}

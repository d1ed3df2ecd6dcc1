using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Equations;

public class ExpressionResolverTests
{
    private static readonly Symbol voltage = new("v", SymbolKind.State, Dimension.Voltage);

    [Fact]
    public void A_threshold_is_a_condition() =>
        Assert.Equal(ValueKind.Boolean, Resolve("v > -50*mV and t > 1*ms", ExpectedValue.Condition).Kind);

    [Theory]
    [InlineData("5*ms", ValueKind.Real)]
    [InlineData("v > -40*mV", ValueKind.Boolean)]
    [InlineData("(1 + 2*rand())*ms", ValueKind.Real)]
    public void A_refractory_period_is_a_time_or_a_condition(string text, ValueKind kind) =>
        Assert.Equal(kind, Resolve(text, ExpectedValue.TimeOrCondition).Kind);

    [Fact]
    public void A_zero_needs_no_unit_as_an_initial_value() =>
        Assert.Equal(Dimension.Voltage, Resolve("0", ExpectedValue.Initial(voltage)).Dimension);

    // A draw of 0.25 of (0, 20 mV) is 5 mV; a draw 2 of a normal about -70 mV with deviation 5 mV is -60 mV.
    [Theory]
    [InlineData("uniform(0*mV, 20*mV)", 0.25, 5e-3)]
    [InlineData("normal(-70*mV, 5*mV)", 2, -60e-3)]
    [InlineData("-70*mV + 20*mV*rand()", 0.5, -60e-3)]
    public void Initial_values_may_be_drawn_from_a_distribution(string text, double draw, double expected)
    {
        var value = Resolve(text, ExpectedValue.Initial(voltage));
        Assert.Equal(expected, Evaluator.Evaluate(Fixed(value, draw), _ => 0), 1e-15);
    }

    [Fact]
    public void A_parameter_cannot_be_drawn()
    {
        var bag = new DiagnosticBag();
        Assert.Null(ExpressionResolver.Resolve(
            new SourceText("5*mV*rand()", "v"), [], bag, ExpectedValue.Constant(Dimension.Voltage)));
        Assert.Equal("found a random draw where a fixed value was expected", Assert.Single(bag.Found).Message);
    }

    [Fact]
    public void A_real_number_for_a_count_is_cut_with_a_warning()
    {
        var bag = new DiagnosticBag();
        var count = new Symbol("n", SymbolKind.Parameter, Dimension.None, ValueKind.Integer);
        var value = ExpressionResolver.Resolve(
            new SourceText("i/2", "n"), [count, .. Cell], bag, ExpectedValue.Initial(count));
        Assert.Equal(ValueKind.Integer, value!.Kind);
        Assert.Equal(Severity.Warning, Assert.Single(bag.Found).Severity);
    }

    // Without care each level would be read twice: 2^80 times the innermost.
    [Fact]
    public void Chains_of_comparisons_inside_each_other_are_read_once()
    {
        var chain = "x";
        for (var level = 0; level < 80; level++)
            chain = $"0 < ({chain}) < 1";
        Assert.Equal(ValueKind.Boolean, Resolve(chain.Replace("x", "i"), ExpectedValue.Condition).Kind);
    }

    private static IEnumerable<Symbol> Cell => Reading.Equations("v : volt").Symbols.Values;

    private static Expression Resolve(string text, ExpectedValue expected)
    {
        var bag = new DiagnosticBag();
        var value = ExpressionResolver.Resolve(new SourceText(text, "value"), Cell, bag, expected);
        Assert.Equal("", string.Join('\n', bag.Found.Select(d => d.Render())));
        return value!;
    }

    private static Expression Fixed(Expression expression, double draw) =>
        expression.Operator is Operator.Normal or Operator.Uniform
            ? Expression.Constant(draw)
            : expression.With([.. expression.Operands.Select(o => Fixed(o, draw))]);
}

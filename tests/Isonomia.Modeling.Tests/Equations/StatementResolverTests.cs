using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Tests.Equations;

public class StatementResolverTests
{
    private const string Cell = "dv/dt = -v/ms : volt\ndw/dt = -w/ms : amp\nn : integer\nactive : boolean";

    [Fact]
    public void A_reset_changes_states_in_the_order_written()
    {
        var reset = Resolve("v = Vr; w += b", "Vr: volt, b: amp");
        Assert.Equal(["v", "w"], reset.Select(a => a.Target.Name));
        Assert.Equal(["b", "w"], FreeVariables.Of(reset[1].Value));
    }

    [Theory]
    [InlineData("v += 3*mV", 13e-3)]
    [InlineData("v -= 3*mV", 7e-3)]
    [InlineData("v *= 3", 30e-3)]
    [InlineData("v /= 4", 2.5e-3)]
    [InlineData("v %= 3*mV", 1e-3)]
    [InlineData("v = 2*v + 1*mV", 21e-3)]
    [InlineData("v += 3*mV*(v > 5*mV)", 13e-3)]
    [InlineData("v += 3*mV*(v < 5*mV)", 10e-3)]
    public void A_statement_does_what_python_would_do(string statement, double expected)
    {
        var assignment = Assert.Single(Resolve(statement));
        Assert.Equal(expected, Evaluator.Evaluate(assignment.Value, _ => 10e-3), 1e-15);
    }

    [Fact]
    public void A_temporary_has_the_dimension_of_its_first_value()
    {
        var reset = Resolve("released = 0.5*w # half of it\nw -= released");
        Assert.Equal(SymbolKind.Temporary, reset[0].Target.Kind);
        Assert.Equal(Isonomia.Modeling.Units.Dimension.Current, reset[0].Target.Dimension);
    }

    [Fact]
    public void Conditions_and_counts_can_be_set()
    {
        var reset = Resolve("active = not active; n += 1");
        Assert.Equal(ValueKind.Boolean, reset[0].Value.Kind);
        Assert.Equal(ValueKind.Integer, reset[1].Value.Kind);
    }

    [Fact]
    public void Draws_are_named_after_what_they_are_drawn_for()
    {
        var reset = Resolve("v = randn()*mV; w = rand()*nA; v += rand()*mV");
        Assert.Equal(["reset v#0", "reset w#0", "reset v:2#0"], reset.SelectMany(a => Sites(a.Value)));
    }

    [Fact]
    public void A_synapse_may_change_its_target()
    {
        var synapse = Reading.Equations("w : siemens", context: EquationContext.Synapse);
        var bag = new DiagnosticBag();
        var target = Reading.Parameters("g: siemens")[0] with { Name = "g_post" };
        var assignments = StatementResolver.Resolve(
            new SourceText("g_post += w", "on_pre"), synapse, bag, "on_pre", [target]);
        Assert.Empty(bag.Found);
        Assert.Equal("g_post", Assert.Single(assignments).Target.Name);
    }

    private static ImmutableArray<Assignment> Resolve(string text, string parameters = "")
    {
        var bag = new DiagnosticBag();
        var assignments = StatementResolver.Resolve(
            new SourceText(text, "reset"), Reading.Equations(Cell, parameters), bag);
        Assert.Equal("", string.Join('\n', bag.Found.Select(d => d.Render())));
        return assignments;
    }

    private static IEnumerable<string> Sites(Expression expression) =>
        expression.Operator is Operator.Normal or Operator.Uniform
            ? [expression.Name]
            : expression.Operands.SelectMany(Sites);
}

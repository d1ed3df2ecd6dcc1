using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Fields;

public class FieldResolutionTests
{
    private const string Head = "field: a\nparameters: {tau: 10 ms, d: 5 ms, g: 2}\nequations: |\n";

    [Fact]
    public void Delays_and_couplings_are_inputs_with_the_dimension_of_what_they_carry()
    {
        var field = Resolve(Head
            + "  dv/dt = (delay(v + w, 2*d) - v + c)/tau : volt\n  w = g*v : volt\ncoupling: {c: w/2}\noutput: v - w\n");
        var delay = Assert.Single(field.Delays);
        Assert.Equal("delay(v + w, 2*d)", delay.Symbol.Name);
        Assert.Equal(DimensionOf("volt"), delay.Symbol.Dimension);
        Assert.Equal(DimensionOf("volt"), Assert.Single(field.Couplings).Input.Dimension);
        Assert.Equal(DimensionOf("volt"), field.Output!.Dimension);
    }

    [Fact]
    public void The_same_delay_written_twice_is_one() => Assert.Single(
        Resolve(Head + "  dx/dt = (delay(x, d) - x)/tau : 1\n  dy/dt = (g*delay(x, d) - y)/tau : 1\n").Delays);

    [Theory]
    [InlineData("  dx/dt = delay(x)/tau : 1\n", "'delay' takes 2 arguments, found 1")]
    [InlineData("  dx/dt = delay(x, g)/tau : 1\n", "found a number without unit where second was expected")]
    [InlineData("  dx/dt = delay(x, d*x)/tau : 1\n", "depends on 'x', which changes while the field runs")]
    [InlineData("  dx/dt = delay(x, -d)/tau : 1\n", "is negative")]
    [InlineData("  dx/dt = delay(delay(x, d), d)/tau : 1\n", "looks back on 'delay(x, d)'")]
    [InlineData("  dx/dt = -x/tau : 1\ncoupling: {x: x}\n", "'x' is defined by the model itself")]
    [InlineData("  dx/dt = (c - x)/tau : 1\ncoupling: {c: tau*x}\n", "found second where a number without unit")]
    [InlineData("  dx/dt = -x/tau : 1\noutput: y\n", "unknown name 'y'")]
    [InlineData("  dx/dt = -x/tau : 1 (unless refractory)\n", "has no meaning for a differential equation of a field")]
    [InlineData("  dx/dt = -x/tau : 1\nmodes: {over: g, side: 1*metre, largest: 2, weight: 1}\n",
        "where a parameter in metre**-2 was expected")]
    [InlineData("  dx/dt = -x/tau : 1\nmodes: {over: g}\n", "found modes without 'side'")]
    [InlineData("  strength = 1 : 1\n  dx/dt = -x/tau : 1\n", "'strength' is built in")]
    public void What_is_wrong_is_said(string rest, string expected)
    {
        var error = Assert.Throws<ModelException>(() => Resolve(Head + rest));
        Assert.Contains(error.Diagnostics, d => d.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_has_no_delays()
    {
        var bag = new DiagnosticBag();
        var cell = (CellDescription)ModelFile.Parse("cell: a\nequations: |\n  dx/dt = delay(x, 1*ms)/second : 1\n", "m", bag)!;
        Assert.Contains("for fields", Assert.Throws<ModelException>(cell.ToModel).Diagnostics[0].Render(),
            StringComparison.Ordinal);
    }

    private static Dimension DimensionOf(string unit) => UnitTable.Find(unit)!.Dimension;

    private static Isonomia.Modeling.Fields.FieldModel Resolve(string text)
    {
        var bag = new DiagnosticBag();
        var field = (FieldDescription?)ModelFile.Parse(text, "m.yaml", bag);
        bag.ThrowIfErrors();
        return field!.ToModel();
    }
}

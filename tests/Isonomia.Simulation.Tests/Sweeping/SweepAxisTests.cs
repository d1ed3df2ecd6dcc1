using Isonomia.Modeling.Diagnostics;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Simulation.Tests.Sweeping;

public class SweepAxisTests
{
    [Theory]
    [InlineData("g=2:8:4", "2 4 6 8", "")]
    [InlineData("tau=10ms:30ms:3", "10 ms|20 ms|30 ms", "ms")]
    [InlineData("tau=10:30 ms:3", "10 ms|20 ms|30 ms", "ms")]
    [InlineData("x=0:0.3:4", "0 0.1 0.2 0.3", "")]
    [InlineData("x=-1e-3:1e-3:3", "-0.001 0 0.001", "")]
    [InlineData("r=1 Hz:100 Hz:3:log", "1 Hz|10 Hz|100 Hz", "Hz")]
    [InlineData("r=-0.1:-10:3:log", "-0.1 -1 -10", "")]
    [InlineData("g=8:2:4", "8 6 4 2", "")]
    [InlineData("i=1 uA/cm**2, 2 uA/cm**2", "1 uA/cm**2|2 uA/cm**2", "uA/cm**2")]
    [InlineData("integrator=euler,rk4", "euler rk4", "")]
    [InlineData("input='step(1 pA, 2 ms)',3 pA", "'step(1 pA, 2 ms)'|3 pA", "")]
    [InlineData("input=step(1 pA, 2 ms),3 pA", "step(1 pA, 2 ms)|3 pA", "")]
    public void Ranges_and_lists_give_the_values_that_are_meant(string text, string values, string unit)
    {
        var axis = Parsed(text);
        Assert.Equal(values.Split(values.Contains('|') ? '|' : ' '), axis.Values.Select(v => v.Text));
        Assert.Equal(unit, axis.Unit);
    }

    [Theory]
    [InlineData("g", "no path and values")]
    [InlineData("=1,2", "no path and values")]
    [InlineData("g=1:2", "found 2 parts")]
    [InlineData("g=1:2:3:lin", "found 4 parts")]
    [InlineData("g=1:2:1", "from 2 to 10000")]
    [InlineData("g=1:2:2.5", "from 2 to 10000")]
    [InlineData("g=1 mV:2 ms:3", "two numbers in one unit")]
    [InlineData("g=a:b:3", "two numbers in one unit")]
    [InlineData("g=0:2:3:log", "neither zero")]
    [InlineData("g=1,,2", "an empty value")]
    public void What_is_no_axis_is_said_with_its_place(string text, string words)
    {
        var bag = new DiagnosticBag();
        Assert.Null(SweepAxis.Parse(text, "--over", bag));
        Assert.Contains(words, Assert.Single(bag.Found).Render());
    }

    [Fact]
    public void A_table_shows_numbers_where_the_unit_is_in_the_heading_and_words_else()
    {
        var numeric = Parsed("tau=10ms:30ms:3");
        Assert.Equal("tau (ms)", numeric.Title);
        Assert.Equal("20", numeric.Cell(numeric.Values[1]));
        var mixed = Parsed("tau=10 ms,0.02 s");
        Assert.Equal("tau", mixed.Title);
        Assert.Equal("0.02 s", mixed.Cell(mixed.Values[1]));
    }

    internal static SweepAxis Parsed(string text)
    {
        var bag = new DiagnosticBag();
        var axis = SweepAxis.Parse(text, "--over", bag);
        bag.ThrowIfErrors();
        return axis!;
    }
}

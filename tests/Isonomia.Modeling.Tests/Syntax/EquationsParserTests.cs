namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Texts are in the form of Brian 2's documentation of equations.</summary>
public class EquationsParserTests
{
    [Theory]
    [InlineData("dv/dt = -v/tau : volt", "dv/dt = ((-v) / tau) : volt")]
    [InlineData("dv / dt=-v/tau:1", "dv/dt = ((-v) / tau) : 1")]
    [InlineData("I = g*(E - v) : amp", "I = (g * (E - v)) : amp")]
    [InlineData("g : siemens/meter**2", "g : (siemens / (meter ** 2))")]
    [InlineData("r : 1/second", "r : (1 / second)")]
    [InlineData("s : amp*meter**-2", "s : (amp * (meter ** (-2)))")]
    [InlineData("s : volt*second**(-1/2)", "s : (volt * (second ** ((-1) / 2)))")]
    [InlineData("x, y : volt (constant)", "x : volt (constant)\ny : volt (constant)")]
    [InlineData("active : boolean", "active : boolean")]
    [InlineData("n : integer", "n : integer")]
    public void An_equation_is_a_derivative_a_value_or_a_parameter(string text, string read) =>
        Assert.Equal(read, Parsing.Equations(text));

    [Theory]
    [InlineData("x : 1 (constant over dt, shared)", "x : 1 (constant over dt, shared)")]
    [InlineData("x : 1 (constant   over dt)", "x : 1 (constant over dt)")]
    [InlineData("dg/dt = -g/tau : 1 (event-driven)", "dg/dt = ((-g) / tau) : 1 (event-driven)")]
    [InlineData("I_post = g : amp (summed)", "I_post = g : amp (summed)")]
    [InlineData("x : 1\n  (shared)\ny : 1", "x : 1 (shared)\ny : 1")]
    [InlineData("x : 1 (shared, # one for all\n constant)", "x : 1 (shared, constant)")]
    public void Flags_stand_in_parentheses_behind_the_unit(string text, string read) =>
        Assert.Equal(read, Parsing.Equations(text));

    [Theory]
    [InlineData("dv/dt = (a + b)\n  / tau : volt", "dv/dt = ((a + b) / tau) : volt")]
    [InlineData("dv/dt = a +\n  b : volt", "dv/dt = (a + b) : volt")]
    [InlineData("dv/dt = (a +\n  b)/tau # comment\n : volt", "dv/dt = ((a + b) / tau) : volt")]
    [InlineData("dv/dt =\n  a : volt", "dv/dt = a : volt")]
    [InlineData("dv/dt =\n  a # first\n  - b\n  : volt # unit", "dv/dt = (a - b) : volt")]
    [InlineData("x = f(a,\n b) : 1\ny = x : 1", "x = f(a, b) : 1\ny = x : 1")]
    [InlineData("x = a \\\n + b : 1", "x = (a + b) : 1")]
    [InlineData("a : 1; b : 1;", "a : 1\nb : 1")]
    [InlineData("\n\n# comment\n  a : 1\r\n\r\n  b : 1  \n", "a : 1\nb : 1")]
    [InlineData("eqs = '''\ndv/dt = a : volt\n'''", "dv/dt = a : volt")]
    [InlineData("\"dv/dt = a : volt\"", "dv/dt = a : volt")]
    [InlineData("", "")]
    public void An_equation_goes_on_until_its_unit(string text, string read) =>
        Assert.Equal(read, Parsing.Equations(text));
}

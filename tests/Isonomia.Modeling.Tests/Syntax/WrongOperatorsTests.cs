namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>
/// Every finding of each wrong text: place, message and, behind an arrow, the hint. One mistake makes one finding.
/// </summary>
public class WrongOperatorsTests
{
    [Theory]
    [InlineData("dv/dt = -v^2/tau : volt", "1:11: unknown operator '^'", "-> a power is written '**': x**2")]
    [InlineData("dv/dt = -v^2/tau",
        "1:11: unknown operator '^'",
        "-> a power is written '**': x**2",
        "1:17: the equation of 'v' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("x = int(a && b || !c) : 1",
        "1:11: unknown operator '&&'",
        "-> write 'and'",
        "1:16: unknown operator '||'",
        "-> write 'or'",
        "1:19: unknown operator '!'",
        "-> write 'not'")]
    [InlineData("x = int(a & b) : 1", "1:11: unknown operator '&'", "-> write 'and'")]
    [InlineData("x = int(a = 3) : 1",
        "1:11: found '=' where a comparison was expected",
        "-> write '==' to compare two values")]
    [InlineData("x = int(a <> b) : 1", "1:11: unknown operator '<>'", "-> write '!='")]
    [InlineData("x = a.*b./c.^d : 1",
        "1:6: unknown operator '.*'",
        "-> write '*'; every value here is a single number",
        "1:9: unknown operator './'",
        "-> write '/'; every value here is a single number",
        "1:12: unknown operator '.^'",
        "-> a power is written '**': x**2")]
    [InlineData("x = a*/b : 1", "1:7: found '/' where a value was expected", "-> '*' needs a value on its right")]
    [InlineData("x = a + : 1", "1:9: found ':' where a value was expected", "-> '+' needs a value on its right")]
    [InlineData("x = a +\ny = b : 1",
        "1:8: found the end of the line where a value was expected",
        "-> '+' needs a value on its right")]
    [InlineData("x = *a : 1", "1:5: found '*' where a value was expected", "-> '*' needs a value on its left")]
    [InlineData("x = a * * b : 1",
        "1:9: found '*' where a value was expected",
        "-> a power is written '**' without a space")]
    [InlineData("x = int(a > not b) : 1",
        "1:13: 'not' cannot stand behind an operator that binds more strongly",
        "-> put it in parentheses: (not x)")]
    [InlineData("x = 2 y z : 1",
        "1:9: found 'z' behind 'y' where an operator was expected",
        "-> a product is written with '*'")]
    [InlineData("x = 2(a + b) : 1",
        "1:6: found '(' behind '2' where an operator was expected",
        "-> a product is written with '*'")]
    [InlineData("x = (a + b)(c + d) : 1",
        "1:12: found '(' behind ')' where an operator was expected",
        "-> a product is written with '*'")]
    [InlineData("x = exp a : 1",
        "1:9: found 'a' behind 'exp' where an operator was expected",
        "-> a product is written 'exp*a', a function 'exp(a)'")]
    [InlineData("x = 10**3 mV : volt",
        "1:11: found 'mV' behind '3' where an operator was expected",
        "-> a product is written with '*'")]
    [InlineData("x = a : 1 y = b : 1",
        "1:11: found 'y' behind the unit where the end of the line was expected",
        "-> each equation stands on a line of its own")]
    [InlineData("x = a y = b : 1",
        "1:6: the equation of 'x' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    public void An_operator_that_is_foreign_missing_or_misplaced_is_named(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));

    [Theory]
    [InlineData("dv/dt = (a + b*(c - d) : volt", "1:9: '(' is never closed", "-> found ':' where ')' was expected")]
    [InlineData("dv/dt = (gL*(EL - v)\n  + I/C : volt\ndw/dt = a : 1",
        "1:9: '(' is never closed",
        "-> found ':' where ')' was expected")]
    [InlineData("dv/dt = (a + b\ndw/dt = c : 1",
        "1:9: '(' is never closed",
        "-> found the end of the line where ')' was expected",
        "1:15: the equation of 'v' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("dv/dt = a + b) : volt",
        "1:14: found ')' without an opening bracket",
        "-> take it away, or open a bracket before it")]
    [InlineData("x = exp(a : 1", "1:8: '(' is never closed", "-> found ':' where ')' was expected")]
    [InlineData("x = exp(a, : 1", "1:12: found ':' where a value was expected")]
    [InlineData("x = exp(a, ) : 1", "1:12: found ')' where a value was expected")]
    [InlineData("x = () : 1", "1:5: found '()' where a value was expected")]
    [InlineData("x = (a + b]*2 : 1", "1:11: found ']' where ')' was expected")]
    [InlineData("x = [a + b]*2 : 1", "1:5: found '[' where '(' was expected", "-> values are grouped by '(' and ')'")]
    [InlineData("x = a[1] : 1",
        "1:6: found '[' where '(' was expected",
        "-> variables have no indices, and the arguments of a function stand in '(' and ')'")]
    [InlineData("v(t) = a : 1",
        "1:2: found '(' behind 'v' where '=' or ':' was expected",
        "-> write 'v'; every variable is one of time")]
    [InlineData("v(0) = -65 : 1",
        "1:2: found '(' behind 'v' where '=' or ':' was expected",
        "-> give initial values under 'initial:'")]
    [InlineData("f(x) = x**2 : 1",
        "1:2: found '(' behind 'f' where '=' or ':' was expected",
        "-> functions cannot be defined, and variables have no indices")]
    public void Brackets_are_pointed_at_where_they_open(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));
}

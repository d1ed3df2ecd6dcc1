namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>
/// Text as it comes from papers, word processors and other programs; each finding with its place, and its hint behind
/// an arrow.
/// </summary>
public class WrongCharactersTests
{
    [Theory]
    [InlineData("dv/dt = a\u00A0+\u00A0b : 1",
        "1:10: found a no-break space (U+00A0), 2 times",
        "-> replace it by an ordinary space")]
    [InlineData("dv/dt = \u2212v/tau : 1", "1:9: found '\u2212' (minus sign, U+2212)", "-> write '-'")]
    [InlineData("dv/dt = a\u00B7b\u00D7c : 1",
        "1:10: found '\u00B7' (middle dot, U+00B7)",
        "-> write '*'",
        "1:12: found '\u00D7' (multiplication sign, U+00D7)",
        "-> write '*'")]
    [InlineData("dv/dt = v\u00B2 : 1", "1:10: found the raised '\u00B2'", "-> a power is written '**2'")]
    [InlineData("dv/dt = v\u207B\u00B9 : 1", "1:10: found the raised '\u207B\u00B9'", "-> a power is written '**-1'")]
    [InlineData("dv/dt = 0,5*v : 1", "1:9: found '0,5', a number with a comma", "-> write '0.5'")]
    [InlineData("dv/dt = 1.2.3*v : 1", "1:9: '1.2.3' is not a number", "-> a number is written 1000, 0.5 or 1e-3")]
    [InlineData("dv/dt = 1e999*v : 1", "1:9: the number '1e999' is too large", "-> numbers go to 1e308")]
    [InlineData("x = a \u2264 b : boolean", "1:7: found '\u2264' (less-than or equal to, U+2264)", "-> write '<='")]
    [InlineData("x = a$b : 1", "1:6: found '$', which means nothing here", "-> write the formula in plain text")]
    [InlineData("x = a \u00A7 b : 1", "1:7: found '\u00A7' (U+00A7), which means nothing here")]
    [InlineData("x = \u221E : 1", "1:5: found '\u221E' (infinity, U+221E), which means nothing here", "-> write 'inf'")]
    [InlineData("\uD835\uDC63 = 3 : 1",
        "1:1: found '\uD835\uDC63' (mathematical letter, U+1D463), which means nothing here",
        "-> write 'v'")]
    [InlineData("x = a\u200B : 1", "1:6: found a zero-width space (U+200B)", "-> delete it")]
    [InlineData("x = a\\ b : 1",
        "1:6: found '\\', which means nothing here",
        "-> write formulas in plain text; a '\\' that continues a line must be its last character")]
    [InlineData("x = \\frac{a}{b} : 1",
        "1:5: found '\\', which means nothing here",
        "-> write formulas in plain text; a '\\' that continues a line must be its last character")]
    [InlineData("x = \"a\" : 1",
        "1:5: found a quotation mark, 2 times",
        "-> give the bare text, without the quotes of a program")]
    [InlineData("x = 5\u0007 : 1", "1:6: found the character U+0007, which means nothing here")]
    public void Characters_of_word_processors_are_named(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));

    [Theory]
    [InlineData("x = if(v>3)then(1)else(0) : 1",
        "1:5: there is no 'if' in expressions",
        "-> write a choice as int(condition)*a + int(not (condition))*b")]
    [InlineData("x = a if v > 3 else b : 1",
        "1:7: there is no 'if' in expressions",
        "-> write a choice as int(condition)*a + int(not (condition))*b")]
    [InlineData("x = v > 3 ? a : b : 1",
        "1:11: found '?', which means nothing here",
        "-> write a choice as int(condition)*a + int(not (condition))*b")]
    [InlineData("x = {tau}*2 : 1",
        "1:5: found '{' where '(' was expected",
        "-> replace the placeholder by what it stands for")]
    [InlineData("x = %s*2 : 1",
        "1:5: found '%' where a value was expected",
        "-> replace the placeholder by what it stands for")]
    [InlineData("par gna=120, gk=36",
        "1:1: found 'par', which is no word of equations",
        "-> give parameters and their values under 'parameters:'")]
    [InlineData("init v=-65",
        "1:1: found 'init', which is no word of equations",
        "-> give initial values under 'initial:'")]
    [InlineData("done",
        "1:1: found 'done', which is no word of equations",
        "-> give the equations alone, without the program around them")]
    [InlineData("function dydt = f(t, y)",
        "1:1: found 'function', which is no word of equations",
        "-> give the equations alone, without the program around them")]
    [InlineData("aux ina=gna*m",
        "1:1: found 'aux', which is no word of equations",
        "-> write the equation without 'aux'")]
    [InlineData("x := a : 1", "1:3: unknown operator ':='", "-> write '='")]
    [InlineData("x = a : 1 // comment",
        "1:11: found '//' behind the unit where the end of the line was expected",
        "-> comments begin with '#'")]
    [InlineData("% comment\nx = a : 1", "1:1: found '%' where an equation was expected", "-> comments begin with '#'")]
    [InlineData("import brian2",
        "1:1: found 'import' where an equation was expected",
        "-> an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'")]
    [InlineData("eqs = '''\nx = a^2 : 1\n'''", "2:6: unknown operator '^'", "-> a power is written '**': x**2")]
    public void What_other_languages_write_is_recognised(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));
}

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Thresholds and values as they come out wrong; each finding with its place and its hint.</summary>
public class WrongExpressionsTests
{
    [Theory]
    [InlineData("", "1:1: found nothing where an expression was expected")]
    [InlineData("v = 3", "1:3: found '=' where a comparison was expected", "-> write '==' to compare two values")]
    [InlineData("v > 3 and",
        "1:10: found the end of the line where a value was expected",
        "-> 'and' needs a value on its right")]
    [InlineData("v > -50 mV mV",
        "1:12: found 'mV' behind 'mV' where an operator was expected",
        "-> a product is written with '*'")]
    [InlineData("(v > 3", "1:1: '(' is never closed", "-> found the end of the line where ')' was expected")]
    [InlineData("v > 3)", "1:6: found ')' without an opening bracket", "-> take it away, or open a bracket before it")]
    [InlineData("v >",
        "1:4: found the end of the line where a value was expected",
        "-> '>' needs a value on its right")]
    [InlineData("> 3", "1:1: found '>' where a value was expected", "-> '>' needs a value on its left")]
    [InlineData("v > 3; w < 2", "1:6: found ';' where an operator or the end of the expression was expected")]
    [InlineData("v > 3,5", "1:5: found '3,5', a number with a comma", "-> write '3.5'")]
    [InlineData("1,000.5 mV", "1:1: found '1,000.5', a number with a comma", "-> write '1000.5'")]
    [InlineData("v > 3 : volt",
        "1:7: found ':' where an operator or the end of the expression was expected",
        "-> only equations have a unit and flags")]
    [InlineData("v >> 3", "1:4: found '>' where a value was expected", "-> '>' needs a value on its right")]
    [InlineData("v > 3 and or w", "1:11: found 'or' where a value was expected", "-> 'and' needs a value on its right")]
    [InlineData("x +=  2",
        "1:3: found '+=' where an operator or the end of the expression was expected",
        "-> an expression sets nothing")]
    [InlineData("!v", "1:1: unknown operator '!'", "-> write 'not'")]
    [InlineData("v > 'a'", "1:5: found a quotation mark", "-> give the bare text, without the quotes of a program")]
    [InlineData("v === 3", "1:3: unknown operator '==='", "-> write '=='")]
    [InlineData("v \u2265 3", "1:3: found '\u2265' (greater-than or equal to, U+2265)", "-> write '>='")]
    [InlineData("if v > 3",
        "1:1: there is no 'if' in expressions",
        "-> write a choice as int(condition)*a + int(not (condition))*b")]
    [InlineData("20 mV,", "1:6: found ',' where an operator or the end of the expression was expected")]
    public void A_wrong_condition_or_value_is_explained(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfExpression(text));
}

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Resets as they come out wrong; each finding with its place, and its hint behind an arrow.</summary>
public class WrongStatementsTests
{
    [Theory]
    [InlineData("v == Vr", "1:3: found '==' where '=' was expected", "-> '==' compares; '=' sets")]
    [InlineData("v", "1:1: 'v' alone is no statement", "-> a statement sets a variable: v = Vr, or w += b")]
    [InlineData("v Vr",
        "1:3: found 'Vr' behind 'v' where '=' was expected",
        "-> a statement sets a variable: v = Vr, or w += b")]
    [InlineData("v++", "1:2: found '++' where '=' was expected", "-> write 'v += 1'")]
    [InlineData("v + = b", "1:3: found '+' behind 'v' where '=' was expected", "-> write '+=' without a space")]
    [InlineData("v =+ b", "1:3: '=+' sets, it does not add", "-> to add write '+='")]
    [InlineData("v = Vr w += b",
        "1:8: found 'w' where an operator or the end of the statement was expected",
        "-> each equation or statement stands on a line of its own, or behind ';'")]
    [InlineData("v = Vr, w = b",
        "1:7: found ',' where an operator or the end of the statement was expected",
        "-> each equation or statement stands on a line of its own, or behind ';'")]
    [InlineData("v = (Vr\nw += b", "1:5: '(' is never closed", "-> found the end of the line where ')' was expected")]
    [InlineData("if v > 3: v = 0",
        "1:1: there is no 'if' in statements",
        "-> multiply by the condition instead: v += int(condition)*x")]
    [InlineData("v[0] = Vr",
        "1:2: found '[' where '=' was expected",
        "-> a statement sets a variable, without indices or arguments: v = Vr")]
    [InlineData("v(t) = Vr",
        "1:2: found '(' where '=' was expected",
        "-> a statement sets a variable, without indices or arguments: v = Vr")]
    [InlineData("dv/dt = -v/tau",
        "1:1: found a differential equation where a statement was expected",
        "-> it belongs to the equations; a statement sets a variable: v = Vr")]
    [InlineData("v' = -v/tau",
        "1:1: found a differential equation where a statement was expected",
        "-> it belongs to the equations; a statement sets a variable: v = Vr")]
    [InlineData("v =", "1:4: found the end of the line where a value was expected")]
    [InlineData("= 3",
        "1:1: found '=' where a statement was expected",
        "-> a statement sets a variable: v = Vr, or w += b")]
    [InlineData("v = a = b",
        "1:7: found '=' where an operator or the end of the statement was expected",
        "-> to compare two values write '=='; each equation or statement stands on a line of its own")]
    [InlineData("v = Vr : volt",
        "1:8: found ':' where an operator or the end of the statement was expected",
        "-> only equations have a unit and flags")]
    [InlineData("3 = v",
        "1:1: found '3' where a statement was expected",
        "-> a statement sets a variable: v = Vr, or w += b")]
    [InlineData("v := Vr", "1:3: unknown operator ':='", "-> write '='")]
    [InlineData("a, b = 1, 2", "1:2: found ',' where '=' was expected", "-> set one variable in each statement")]
    [InlineData("v = Vr)", "1:7: found ')' without an opening bracket", "-> take it away, or open a bracket before it")]
    [InlineData("lambda = 3",
        "1:1: 'lambda' is a reserved word and cannot be a name",
        "-> choose another name, such as 'lambda_'")]
    [InlineData("_x = 3",
        "1:1: the name '_x' begins with '_'",
        "-> such names are kept for internal use; begin it with a letter")]
    [InlineData("v = 3 if x else 2",
        "1:7: there is no 'if' in expressions",
        "-> write a choice as int(condition)*a + int(not (condition))*b")]
    [InlineData("v = Vr +\nw = b +* c\nu =\nz = 1",
        "1:9: found the end of the line where a value was expected",
        "-> '+' needs a value on its right",
        "2:8: found '*' where a value was expected",
        "-> '+' needs a value on its right",
        "3:4: found the end of the line where a value was expected")]
    public void A_wrong_statement_is_explained(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfStatements(text));
}

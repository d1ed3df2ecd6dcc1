namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>
/// Every finding of each wrong text: place, message and, behind an arrow, the hint. One mistake makes one finding.
/// </summary>
public class WrongEquationsTests
{
    [Theory]
    [InlineData("dv/dt = -v/tau",
        "1:15: the equation of 'v' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("dv/dt = -v/tau\ndw/dt = -w/tau : 1\nI = g*v",
        "1:15: the equation of 'v' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number",
        "3:8: the equation of 'I' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("dv/dt = -v/tau # volt",
        "1:15: the equation of 'v' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("dv/dt = -v/tau volt",
        "1:16: found 'volt' where ':' and a unit were expected",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("dv/dt = -v/tau [mV]",
        "1:16: found '[' where ':' and a unit were expected",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("dv/dt = -v/tau : [mV]",
        "1:18: found '[' where a unit was expected",
        "-> write the unit without brackets")]
    [InlineData("dv/dt = -v/tau :",
        "1:17: found the end of the line where a unit was expected",
        "-> a unit is volt, siemens/meter**2, or 1 for a pure number")]
    [InlineData("dv/dt = -v/tau (unless refractory)",
        "1:15: the equation of 'v' ends without its unit",
        "-> end the equation with its unit: ': volt', or ': 1' for a pure number")]
    [InlineData("dv/dt = -v/tau : (unless refractory)",
        "1:18: found flags where a unit was expected",
        "-> write the unit first: ': volt (constant)'")]
    [InlineData("x = a : volt second",
        "1:14: found 'second' behind the unit where the end of the line was expected",
        "-> a product of units is written with '*'")]
    [InlineData("x = a : volt*",
        "1:14: found the end of the line where a unit was expected",
        "-> a unit is volt, siemens/meter**2, or 1 for a pure number")]
    [InlineData("x = a : volt**n", "1:15: found 'n' where the number of a power was expected")]
    [InlineData("x = a : volt^2", "1:13: unknown operator '^'", "-> a power is written '**': x**2")]
    [InlineData("x = a : volt : 1",
        "1:14: found ':' behind the unit where the end of the line was expected",
        "-> each equation stands on a line of its own")]
    [InlineData("x = a : 'volt'",
        "1:9: found a quotation mark",
        "-> give the bare text, without the quotes of a program")]
    [InlineData("x : volt = 3",
        "1:10: found '=' behind the unit where the end of the line was expected",
        "-> give the value of a parameter under 'parameters:'")]
    [InlineData("g [nS]",
        "1:3: found '[' behind 'g' where '=' or ':' was expected",
        "-> a unit stands behind ':' and without brackets")]
    [InlineData("v", "1:1: 'v' alone is no equation", "-> a parameter is declared with its unit: v : volt")]
    [InlineData("v volt",
        "1:3: found 'volt' behind 'v' where '=' or ':' was expected",
        "-> an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'")]
    [InlineData("x = a, b : 1", "1:6: found ',' where an operator or ':' was expected")]
    public void A_unit_that_is_missing_or_wrong_is_asked_for(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));

    [Theory]
    [InlineData("dg/dt = -g/tau : 1 (konstant)", "1:21: unknown flag 'konstant'", "-> did you mean 'constant'?")]
    [InlineData("dg/dt = -g/tau : 1 (unless_refractory)",
        "1:21: unknown flag 'unless_refractory'",
        "-> did you mean 'unless refractory'?")]
    [InlineData("dg/dt = -g/tau : 1 (event driven)",
        "1:21: unknown flag 'event driven'",
        "-> did you mean 'event-driven'?")]
    [InlineData("x = y : 1 (constant over time)",
        "1:12: unknown flag 'constant over time'",
        "-> did you mean 'constant over dt'?")]
    [InlineData("x : 1 (linked)",
        "1:8: the flag 'linked' is not supported",
        "-> flags are constant, constant over dt, shared, unless refractory, event-driven, clock-driven, summed")]
    [InlineData("x : 1 (frozen)",
        "1:8: unknown flag 'frozen'",
        "-> flags are constant, constant over dt, shared, unless refractory, event-driven, clock-driven, summed")]
    [InlineData("x : 1 constant",
        "1:7: found 'constant' behind the unit where the end of the line was expected",
        "-> flags stand in parentheses: (constant)")]
    [InlineData("x : 1 (constant", "1:7: '(' is never closed", "-> flags stand in parentheses: (constant)")]
    [InlineData("x : 1 (constant shared)",
        "1:8: unknown flag 'constant shared'",
        "-> flags are separated by commas: (constant, shared)")]
    [InlineData("x : 1 (constant; shared)", "1:16: found ';' among flags", "-> flags are separated by commas")]
    [InlineData("x : 1 ()",
        "1:7: found '()' where flags were expected",
        "-> flags are constant, constant over dt, shared, unless refractory, event-driven, clock-driven, summed")]
    [InlineData("x : 1 (constant, constant)", "1:18: the flag 'constant' stands here twice")]
    public void Flags_are_checked_word_by_word(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));

    [Theory]
    [InlineData("v' = -v/tau : volt", "1:1: found v' where a derivative was expected", "-> write 'dv/dt'")]
    [InlineData("v'' = -v : 1",
        "1:1: found a higher derivative where a first derivative was expected",
        "-> write two equations: dx/dt = y and dy/dt = ...")]
    [InlineData("dv/dx = a : 1", "1:1: found a derivative by 'x' where one by time was expected", "-> write 'dv/dt'")]
    [InlineData("d2v/dt2 = a : 1",
        "1:1: found a higher derivative where a first derivative was expected",
        "-> write two equations: dx/dt = y and dy/dt = ...")]
    [InlineData("d(v)/dt = a : 1", "1:1: found a derivative in another notation", "-> write 'dv/dt'")]
    [InlineData("dv(t)/dt = a : 1", "1:1: found a derivative in another notation", "-> write 'dv/dt'")]
    [InlineData("d/dt v = a : 1", "1:1: found a derivative in another notation", "-> write 'dv/dt'")]
    [InlineData("C*dv/dt = gL*(EL - v) : volt",
        "1:1: found more than dv/dt on the left of '='",
        "-> solve for the derivative: dv/dt = ...")]
    [InlineData("tau dv/dt = -v : 1",
        "1:1: found more than dv/dt on the left of '='",
        "-> solve for the derivative: dv/dt = ...")]
    [InlineData("dv/dt*tau = -v : 1",
        "1:1: found more than dv/dt on the left of '='",
        "-> solve for the derivative: dv/dt = ...")]
    [InlineData("dv = -v/tau : volt",
        "1:1: this defines a value named 'dv', not a derivative",
        "-> a differential equation is 'dv/dt = ...'")]
    [InlineData("dvdt = -v/tau : volt",
        "1:1: this defines a value named 'dvdt', not a derivative",
        "-> a differential equation is 'dv/dt = ...'")]
    [InlineData("dv/dt : volt",
        "1:7: found ':' behind dv/dt where '=' was expected",
        "-> a differential equation is 'dv/dt = expression : unit'")]
    [InlineData("dv/dt -v/tau : volt",
        "1:7: found '-' behind dv/dt where '=' was expected",
        "-> a differential equation is 'dv/dt = expression : unit'")]
    [InlineData("dv/dt",
        "1:6: found the end of the line behind dv/dt where '=' was expected",
        "-> a differential equation is 'dv/dt = expression : unit'")]
    [InlineData("dv/dt == -v/tau : volt", "1:7: found '==' where '=' was expected", "-> '==' compares; '=' defines")]
    [InlineData("dv/dt = -v/tau = 0 : volt",
        "1:16: found '=' where an operator or ':' was expected",
        "-> to compare two values write '=='; each equation or statement stands on a line of its own")]
    [InlineData("dv/dt += -v/tau : volt",
        "1:7: found '+=' where '=' was expected",
        "-> an equation defines; what changes at an event belongs to the reset or to on_pre")]
    [InlineData("dv/dt = : volt", "1:9: found ':' where a value was expected")]
    public void A_derivative_in_another_form_is_shown_as_it_should_be(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));

    [Theory]
    [InlineData("lambda = 3 : 1",
        "1:1: 'lambda' is a reserved word and cannot be a name",
        "-> choose another name, such as 'lambda_'")]
    [InlineData("x = lambda*2 : 1",
        "1:5: 'lambda' is a reserved word and cannot be a name",
        "-> choose another name, such as 'lambda_'")]
    [InlineData("_x = 3 : 1",
        "1:1: the name '_x' begins with '_'",
        "-> such names are kept for internal use; begin it with a letter")]
    [InlineData("tau m : second",
        "1:5: found 'm' behind 'tau' where '=' or ':' was expected",
        "-> a name is one word: tau_m")]
    [InlineData("2x = 3 : 1",
        "1:1: found '2' where an equation was expected",
        "-> an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'")]
    [InlineData("x, y = 3 : 1",
        "1:2: found ',' behind 'x' where '=' or ':' was expected",
        "-> define one name in each equation")]
    [InlineData("= 3 : volt",
        "1:1: found '=' where an equation was expected",
        "-> an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'")]
    [InlineData(": volt",
        "1:1: found ':' where an equation was expected",
        "-> an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'")]
    [InlineData("Model of a cell",
        "1:7: found 'of' behind 'Model' where '=' or ':' was expected",
        "-> an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'")]
    public void Names_are_single_words_that_mean_nothing_else(string text, params string[] expected) =>
        Assert.Equal(expected, Mistakes.OfEquations(text));
}

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Precedence and association are those of Python's reference, section 6.17.</summary>
public class ExpressionParserTests
{
    [Theory]
    [InlineData("a + b*c", "(a + (b * c))")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a/b/c*d", "(((a / b) / c) * d)")]
    [InlineData("a % b // c", "((a % b) // c)")]
    [InlineData("-x**2", "(-(x ** 2))")]
    [InlineData("x**-2", "(x ** (-2))")]
    [InlineData("2**3**2", "(2 ** (3 ** 2))")]
    [InlineData("x**-y**2", "(x ** (-(y ** 2)))")]
    [InlineData("-a*b", "((-a) * b)")]
    [InlineData("--+x", "(-(-(+x)))")]
    [InlineData("(a + b)*c", "((a + b) * c)")]
    public void Arithmetic_binds_as_in_python(string text, string read) => Assert.Equal(read, Parsing.Expression(text));

    [Theory]
    [InlineData("a or b and c", "(a or (b and c))")]
    [InlineData("not a and b", "((not a) and b)")]
    [InlineData("not a == b", "(not (a == b))")]
    [InlineData("not not a", "(not (not a))")]
    [InlineData("v > -50*mV and not refractory", "((v > ((-50) * mV)) and (not refractory))")]
    [InlineData("a < b <= c", "((a < b) and (b <= c))")]
    [InlineData("a < b < c != d", "(((a < b) and (b < c)) and (c != d))")]
    [InlineData("(a < b) < c", "((a < b) < c)")]
    [InlineData("int(x > 0)*w", "(int((x > 0)) * w)")]
    public void Conditions_bind_as_in_python(string text, string read) => Assert.Equal(read, Parsing.Expression(text));

    [Theory]
    [InlineData("281 pF", "(281 * pF)")]
    [InlineData("281pF", "(281 * pF)")]
    [InlineData("1/20 ms", "(1 / (20 * ms))")]
    [InlineData("5 mV/ms", "((5 * mV) / ms)")]
    [InlineData("2 mV**2", "(2 * (mV ** 2))")]
    [InlineData("-70.6 mV + 2 mV", "((-(70.6 * mV)) + (2 * mV))")]
    [InlineData("(1 + 2)*3 ms", "((1 + 2) * (3 * ms))")]
    [InlineData("uniform(0 mV, 20 mV)", "uniform((0 * mV), (20 * mV))")]
    [InlineData("1 µS", "(1 * µS)")]
    public void A_unit_belongs_to_the_number_before_it(string text, string read) =>
        Assert.Equal(read, Parsing.Expression(text));

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.", "5.0")]
    [InlineData(".5", "0.5")]
    [InlineData("1e-3", "0.001")]
    [InlineData("2E+3", "2000.0")]
    [InlineData("2.*x", "(2.0 * x)")]
    public void Numbers_are_those_of_python(string text, string read) => Assert.Equal(read, Parsing.Expression(text));

    [Theory]
    [InlineData("rand()", "rand()")]
    [InlineData("clip(v, 0, 1)", "clip(v, 0, 1)")]
    [InlineData("exp (-x)", "exp((-x))")]
    [InlineData("(a +\n  b) # the sum\n * c", "((a + b) * c)")]
    [InlineData("a + \\\n b", "(a + b)")]
    [InlineData("a\n+ b", "(a + b)")]
    [InlineData("'v > Vt'", "(v > Vt)")]
    [InlineData("True and False", "(True and False)")]
    public void Lines_comments_and_quotes_around_do_not_matter(string text, string read) =>
        Assert.Equal(read, Parsing.Expression(text));
}

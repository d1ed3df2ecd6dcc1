using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Printing;

namespace Isonomia.Modeling.Tests.Expressions.Printing;

public class CPrinterTests
{
    [Theory]
    [InlineData("(gL*(EL - v) + 2.0*exp((v - VT)/d) - w)/C", "(gL*(EL - v) + 2.0*exp((v - VT)/d) - w)/C")]
    [InlineData("m**3*h*n**4", "m*m*m*h*pow(n, 4.0)")]
    [InlineData("(a + b)**2", "pow(a + b, 2.0)")]
    [InlineData("select(v > VT and not yes, 0, -v)", "v > VT && !yes ? 0.0 : -v")]
    [InlineData("1 + select(yes, a, b)", "1.0 + (yes ? a : b)")]
    [InlineData("a/(b*c)", "a/(b*c)")]
    [InlineData("clip(x, 0, 1)", "fmin(fmax(x, 0.0), 1.0)")]
    [InlineData("x % 2 + x // 2 + abs(x)", "mod(x, 2.0) + floor_div(x, 2.0) + fabs(x)")]
    [InlineData("(a < b) == (c < d)", "a < b == c < d")]
    public void Expressions_read_as_c(string expression, string code) =>
        Assert.Equal(code, CPrinter.Print(Formula.Read(expression)));

    [Fact]
    public void Single_precision_has_its_suffixes_and_its_digits()
    {
        var expression = Formula.Read("0.1*exp(x)");

        Assert.Equal("0.1f*expf(x)", CPrinter.Print(expression, CReal.Float));
        Assert.Equal("0.33333334f", CPrinter.Print(Expression.Constant(1 / 3.0), CReal.Float));
    }
}

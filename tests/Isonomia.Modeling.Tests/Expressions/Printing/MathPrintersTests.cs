using System.Collections.Immutable;
using System.Xml.Linq;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions.Printing;

public class MathPrintersTests
{
    [Theory]
    [InlineData("(E_L - v)/tau_m", @"\frac{E_{L} - v}{\tau_{m}}")]
    [InlineData("gNa*m**3*h*(ENa - v)", @"g_{\mathrm{Na}}\,m^{3}\,h\,\left(E_{\mathrm{Na}} - v\right)")]
    [InlineData("DeltaT*exp((v - VT)/DeltaT)", @"\Delta_{T}\,\exp\left(\frac{v - V_{T}}{\Delta_{T}}\right)")]
    [InlineData("a/b/c", @"\frac{\frac{a}{b}}{c}")]
    [InlineData("(a/b)**2", @"\left(\frac{a}{b}\right)^{2}")]
    [InlineData("-(a + b)*c", @"-\left(a + b\right)\,c")]
    [InlineData("a*-b", @"a\,\left(-b\right)")]
    [InlineData("a - (b - c)", @"a - \left(b - c\right)")]
    [InlineData("2*x*3", @"2\,x \cdot 3")]
    [InlineData("1e-12*x", @"10^{-12}\,x")]
    [InlineData("sqrt(x) + abs(y)", @"\sqrt{x} + \left|y\right|")]
    [InlineData("sin(x)**2", @"\left(\sin\left(x\right)\right)^{2}")]
    [InlineData("select(v > 0, a, b)", @"\begin{cases}a & \text{if } v > 0 \\ b & \text{otherwise}\end{cases}")]
    [InlineData("x >= 1 and not yes", @"x \ge 1 \wedge \neg \mathrm{yes}")]
    [InlineData("exprel(x) + log(x) + expm1(x)",
        @"\operatorname{exprel}\left(x\right) + \ln\left(x\right) + \left(\exp\left(x\right) - 1\right)")]
    [InlineData("n_inf + I_syn + k1", @"n_{\infty} + I_{\mathrm{syn}} + k_{1}")]
    [InlineData("Cm*Mg", @"C_{m}\,\mathrm{Mg}")]
    [InlineData("0.30000000000000004*x", @"0.3\,x")]
    [InlineData("rate*gain", @"\mathrm{rate}\,\mathrm{gain}")]
    public void Expressions_read_as_latex(string expression, string latex) =>
        Assert.Equal(latex, LatexPrinter.Print(Formula.Read(expression)));

    [Theory]
    [InlineData(281e-12, @"281\,\mathrm{pF}")]
    [InlineData(1e-6, @"1\,\mathrm{\mu F}")]
    public void Constants_have_their_unit_upright(double capacitance, string latex) =>
        Assert.Equal(latex, LatexPrinter.Print(Expression.Constant(capacitance, Dimension.Capacitance)));

    [Fact]
    public void Compound_units_are_products_of_powers()
    {
        Assert.Equal(@"250\,\mathrm{V^{-1}}", LatexPrinter.Print(
            Expression.Constant(250, Dimension.None / Dimension.Voltage)));
        Assert.Equal(@"120\,\mathrm{mS\,cm^{-2}}", LatexPrinter.Print(
            Expression.Constant(1200, Dimension.Conductance / Dimension.Length.Power(2))));
    }

    [Fact]
    public void A_differential_equation_shows_its_noise()
    {
        var v = Expression.Variable("v", Dimension.Voltage);
        var tau = Expression.Variable("tau", Dimension.Time);
        var sigma = Expression.Variable("sigma", Dimension.Voltage);
        var equation = new Equation(
            new Symbol("v", SymbolKind.State, Dimension.Voltage), EquationKind.Differential, -v / tau,
            ImmutableSortedDictionary<string, Expression>.Empty.Add(
                "", sigma * Expression.Apply(Operator.Power, tau, Expression.Constant(-0.5)) * Expression.Integer(1)),
            EquationFlags.None);

        Assert.Equal(@"\frac{dv}{dt} = \frac{-v}{\tau} + \sigma\,\tau^{-0.5}\,\xi", LatexPrinter.Print(equation));
    }

    [Fact]
    public void Mathml_sets_fractions_subscripts_and_powers() => Assert.Equal(
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mfrac><mrow>"
        + "<msub><mi>E</mi><mrow><mi>L</mi></mrow></msub><mo>−</mo><msup><mi>v</mi><mn>2</mn></msup></mrow>"
        + "<mi>τ</mi></mfrac></math>",
        MathMlPrinter.Print(Formula.Read("(E_L - v**2)/tau")));

    [Fact]
    public void Mathml_is_well_formed_whatever_it_says()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var text = MathMlPrinter.Print(new RandomExpressions(seed).Real(2 + seed % 5));
            var fractions = XElement.Parse(text).Descendants().Where(e => e.Name.LocalName is "mfrac" or "msup" or "msub");
            Assert.All(fractions, e => Assert.Equal(2, e.Elements().Count()));
        }

        Assert.Contains("&lt;b&gt;", MathMlPrinter.Print(Expression.Variable("<b>", default)));
    }
}

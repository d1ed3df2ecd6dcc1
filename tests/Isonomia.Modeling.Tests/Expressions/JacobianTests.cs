using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Expressions.Printing;

namespace Isonomia.Modeling.Tests.Expressions;

public class JacobianTests
{
    // mV, ms, mS/cm2, uA/cm2, uF/cm2 throughout; each with a point at rest or on a spike, and its parameters.
    public static TheoryData<string, EquationSystem, Dictionary<string, double>> Models() => new()
    {
        {
            // Hodgkin and Huxley 1952, doi:10.1113/jphysiol.1952.sp004764, at the voltage where alpha_m is 0/0.
            "Hodgkin-Huxley",
            Formula.System(
                "dv/dt = (I - gNa*m**3*h*(v - ENa) - gK*n**4*(v - EK) - gL*(v - EL))/C",
                "dm/dt = am*(1 - m) - bm*m", "dh/dt = ah*(1 - h) - bh*h", "dn/dt = an*(1 - n) - bn*n",
                "am = 0.1*(v + 40)/(1 - exp(-(v + 40)/10))", "bm = 4*exp(-(v + 65)/18)",
                "ah = 0.07*exp(-(v + 65)/20)", "bh = 1/(1 + exp(-(v + 35)/10))",
                "an = 0.01*(v + 55)/(1 - exp(-(v + 55)/10))", "bn = 0.125*exp(-(v + 65)/80)"),
            new()
            {
                ["v"] = -40, ["m"] = 0.4, ["h"] = 0.3, ["n"] = 0.5, ["I"] = 10, ["gNa"] = 120, ["gK"] = 36, ["gL"] = 0.3,
                ["ENa"] = 50, ["EK"] = -77, ["EL"] = -54.4, ["C"] = 1,
            }
        },
        {
            // Brette and Gerstner 2005, doi:10.1152/jn.00686.2005; pF, nS, pA.
            "adaptive exponential",
            Formula.System(
                "dv/dt = (gL*(EL - v) + gL*DeltaT*exp((v - VT)/DeltaT) - w + I)/C", "dw/dt = (a*(v - EL) - w)/tauw"),
            new()
            {
                ["v"] = -50, ["w"] = 30, ["gL"] = 30, ["EL"] = -70.6, ["DeltaT"] = 2, ["VT"] = -50.4, ["I"] = 800,
                ["C"] = 281, ["a"] = 4, ["tauw"] = 144,
            }
        },
        {
            // Wang and Buzsaki 1996, doi:10.1523/JNEUROSCI.16-20-06402.1996.
            "Wang-Buzsaki",
            Formula.System(
                "dv/dt = (I - gL*(v - EL) - gNa*m**3*h*(v - ENa) - gK*n**4*(v - EK))/C",
                "am = -0.1*(v + 35)/(exp(-0.1*(v + 35)) - 1)", "bm = 4*exp(-(v + 60)/18)", "m = am/(am + bm)",
                "dh/dt = phi*(0.07*exp(-(v + 58)/20)*(1 - h) - h/(exp(-0.1*(v + 28)) + 1))",
                "dn/dt = phi*(-0.01*(v + 34)/(exp(-0.1*(v + 34)) - 1)*(1 - n) - 0.125*exp(-(v + 44)/80)*n)"),
            new()
            {
                ["v"] = -34, ["h"] = 0.6, ["n"] = 0.3, ["I"] = 1, ["gL"] = 0.1, ["EL"] = -65, ["gNa"] = 35,
                ["ENa"] = 55, ["gK"] = 9, ["EK"] = -90, ["C"] = 1, ["phi"] = 5,
            }
        },
        {
            // Morris and Lecar 1981, doi:10.1016/S0006-3495(81)84782-0.
            "Morris-Lecar",
            Formula.System(
                "dv/dt = (I - gL*(v - VL) - gCa*minf*(v - VCa) - gK*w*(v - VK))/C",
                "dw/dt = phi*(winf - w)*cosh((v - V3)/(2*V4))",
                "minf = 0.5*(1 + tanh((v - V1)/V2))", "winf = 0.5*(1 + tanh((v - V3)/V4))"),
            new()
            {
                ["v"] = -20, ["w"] = 0.1, ["I"] = 90, ["gL"] = 2, ["VL"] = -60, ["gCa"] = 4.4, ["VCa"] = 120,
                ["gK"] = 8, ["VK"] = -84, ["C"] = 20, ["phi"] = 0.04, ["V1"] = -1.2, ["V2"] = 18, ["V3"] = 2, ["V4"] = 30,
            }
        },
        {
            // Magnesium block of Jahr and Stevens 1990, doi:10.1523/JNEUROSCI.10-09-03178.1990; saturating gate of
            // Wang 2002, doi:10.1016/S0896-6273(02)01092-9.
            "NMDA",
            Formula.System(
                "dv/dt = (-gL*(v - EL) - g*s*(v - E)/(1 + Mg*exp(-0.062*v)/3.57))/C",
                "ds/dt = -s/tau + alpha*x*(1 - s)", "dx/dt = -x/rise"),
            new()
            {
                ["v"] = -55, ["s"] = 0.2, ["x"] = 0.5, ["gL"] = 25, ["EL"] = -70, ["g"] = 0.165, ["E"] = 0, ["Mg"] = 1,
                ["C"] = 500, ["tau"] = 100, ["alpha"] = 0.5, ["rise"] = 2,
            }
        },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Symbolic_and_numerical_derivatives_agree(
        string model, EquationSystem system, Dictionary<string, double> point)
    {
        foreach (var jacobian in new[] { Jacobian.OfStates(system), Jacobian.OfParameters(system) })
        {
            var expanded = Subexpressions.Expand(system);
            for (var row = 0; row < jacobian.Rows.Length; row++)
            {
                var side = expanded.Find(jacobian.Rows[row])!.Right!;
                for (var column = 0; column < jacobian.Columns.Length; column++)
                {
                    var name = jacobian.Columns[column];
                    var expected = Difference(Simplifier.Simplify(side), name, point);
                    var entry = jacobian[row, column];
                    var value = entry is null ? 0 : Evaluator.Evaluate(entry, n => point[n]);

                    // Differences of order 4 with steps of 1e-3 of the variable.
                    Assert.True(Math.Abs(value - expected) <= 1e-8 * (1 + Math.Abs(expected)),
                        $"{model}: d({jacobian.Rows[row]})/d({name}) is {value}, but by differences {expected}");
                }
            }
        }
    }

    [Fact]
    public void Only_what_depends_on_a_state_has_an_entry()
    {
        var jacobian = Jacobian.OfStates(Formula.System(
            "dv/dt = (E - v + R*w)/tau", "dw/dt = -w/tauw", "dx/dt = a"));

        Assert.Equal([(0, 0), (0, 1), (1, 1)], jacobian.Entries.Keys);
        Assert.Equal("-(1/tau)", TextPrinter.Print(jacobian[0, 0]!));
        Assert.Equal("R/tau", TextPrinter.Print(jacobian[0, 1]!));
    }

    [Fact]
    public void Subexpressions_may_use_subexpressions()
    {
        var known = Subexpressions.Of(Formula.System("a = x + 1", "b = 2*a", "dx/dt = -b"));

        Assert.Equal("2*(x + 1)", TextPrinter.Print(known["b"]));
    }

    private static double Difference(Expression side, string name, Dictionary<string, double> point)
    {
        var h = 1e-3 * Math.Max(Math.Abs(point[name]), 0.1);
        double At(double shift) => Evaluator.Evaluate(side, n => point[n] + (n == name ? shift : 0));
        return (8 * (At(h) - At(-h)) - (At(2 * h) - At(-2 * h))) / (12 * h);
    }
}

using Isonomia.Modeling.Description;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Library;

/// <summary>
/// Where firing sets in, from the equations and their symbolic Jacobian alone: a check of a model's every number.
/// </summary>
public class BifurcationTests
{
    // Rinzel & Ermentrout 1998: the rest state of the class 2 Morris-Lecar cell loses its stability at 93.86 uA/cm^2,
    // and gets it back at 212.02 uA/cm^2.
    [Theory]
    [InlineData(-0.030, -0.020, 93.86)]
    [InlineData(0.0, 0.02, 212.02)]
    public void Morris_lecar_class_2_loses_and_regains_its_stable_rest_where_published(double low, double high,
        double expected)
    {
        var current = HopfCurrent("morris-lecar", "n", "n_inf", low, high);
        Assert.Equal(expected, current * 100, 0.01);
    }

    // The trace 1 - v^2 - b/tau vanishes: closed form, I = 0.33128 and 1.41872.
    [Theory]
    [InlineData(-1.1, -0.8, 0.331281)]
    [InlineData(0.8, 1.1, 1.418719)]
    public void Fitzhugh_nagumo_oscillates_between_its_two_hopf_bifurcations(double low, double high, double expected)
    {
        Assert.Equal(expected, HopfCurrent("fitzhugh-nagumo", "w", null, low, high), 1e-5);
    }

    // Class 1: the steady current-voltage relation has a maximum, the saddle-node at which firing sets in with rate
    // zero;
    // Rinzel & Ermentrout 1998 give 39.96 uA/cm^2.
    [Fact]
    public void Morris_lecar_class_1_fires_from_the_saddle_node_on()
    {
        var cell = ModelFile.ReadCell("morris-lecar:type-1");
        var steady = new SteadyState(cell, "n", "n_inf");
        var greatest = Enumerable.Range(0, 4000).Max(i => steady.Current(-0.05 + (i * 1e-5)));
        Assert.Equal(39.96, greatest * 100, 0.01);
    }

    private static double HopfCurrent(string name, string recovery, string? steady, double low, double high)
    {
        var cell = ModelFile.ReadCell(name);
        var state = new SteadyState(cell, recovery, steady);
        var sign = Math.Sign(state.Trace(low));
        Assert.NotEqual(sign, Math.Sign(state.Trace(high)));
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Math.Sign(state.Trace(middle)) == sign ? (middle, high) : (low, middle);
        }

        return state.Current(low);
    }

    /// <summary>The rest state of a cell of two variables, by its potential.</summary>
    private sealed class SteadyState(CellModel cell, string recovery, string? steady)
    {
        private readonly Dictionary<string,
            Expression> written = cell.Parameters.ToDictionary(p => p.Name, p => p.Value);
        private readonly System.Collections.Immutable.ImmutableDictionary<string,
            Expression> inner = Subexpressions.Of(cell.Equations);
        private readonly Jacobian jacobian = Jacobian.OfStates(cell.Equations);

        public double Trace(double v) => Value(jacobian[0, 0], v, Recovery(v), 0)
            + Value(jacobian[1, 1], v, Recovery(v), 0);

        // The input that balances all other currents: dv/dt is linear in it.
        public double Current(double v)
        {
            var slope = Substitution.Replace(cell.Equations.Find("v")!.Right!, inner);
            var (none, one) = (Value(slope, v, Recovery(v), 0), Value(slope, v, Recovery(v), 1));
            return -none / (one - none);
        }

        // Where the recovery variable rests: what the equations call so, or where its linear equation vanishes.
        private double Recovery(double v)
        {
            if (steady is not null)
                return Value(inner[steady], v, 0, 0);
            var slope = cell.Equations.Find(recovery)!.Right!;
            var (at0, at1) = (Value(slope, v, 0, 0), Value(slope, v, 1, 0));
            return -at0 / (at1 - at0);
        }

        private double Value(Expression? expression, double v, double w, double input) => expression is null
            ? 0
            : Evaluator.Evaluate(expression, name => name == "v" ? v : name == recovery ? w : name == "I_ext" ? input
                : name == "I_syn" ? 0 : Parameter(name));

        private double Parameter(string name) => Evaluator.Evaluate(written[name], Parameter);
    }
}

using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Connectivity;

namespace Isonomia.Simulation.Synapses;

/// <summary>The linear equations x' = A x + b that the states of a synapse follow between events, the weight
/// first.</summary>
internal static class SynapseRates
{
    /// <summary>The matrix A, in 1/s, and the vector b.</summary>
    /// <param name="synapse">The synapse.</param>
    /// <param name="parameters">The values of its parameters.</param>
    /// <exception cref="ProjectionException">A rate is not linear, or depends on other things.</exception>
    public static (double[,] Rates, double[] Constants) Of(
        SynapseModel synapse, IReadOnlyDictionary<string, Expression> parameters)
    {
        string[] names = [synapse.Weight.Name, .. synapse.States.Select(s => s.Symbol.Name)];
        var zero = names.ToDictionary(n => n, _ => Expression.Constant(0));
        var rates = new double[names.Length, names.Length];
        var constants = new double[names.Length];
        for (var i = 1; i < names.Length; i++)
        {
            if (synapse.States[i - 1].Rate is not { } written)
                continue;
            var rate = Simplifier.Simplify(Substitution.Replace(written, parameters));
            for (var j = 0; j < names.Length; j++)
                rates[i, j] = Number(Derivative.Of(rate, names[j]), synapse, names[i]);
            constants[i] = Number(Substitution.Replace(rate, zero), synapse, names[i]);
        }

        return (rates, constants);
    }

    private static double Number(Expression expression, SynapseModel synapse, string state)
    {
        var simple = Simplifier.Simplify(expression);
        if (FreeVariables.Of(simple).FirstOrDefault() is { } name)
        {
            throw new ProjectionException(
                $"'{synapse.Name}': between events a state of a synapse follows a linear equation with constant "
                + $"coefficients, but that of '{state}' is not linear or depends on '{name}'.");
        }

        return Evaluator.Evaluate(simple, _ => double.NaN);
    }
}

using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Connectivity;

namespace Isonomia.Simulation.Synapses;

/// <summary>The values of a synapse's parameters.</summary>
internal static class SynapseParameters
{
    /// <summary>Each parameter's value, a constant.</summary>
    /// <exception cref="ProjectionException">A value depends on what is no parameter, or on itself.</exception>
    public static Dictionary<string, Expression> Of(SynapseModel synapse)
    {
        var found = new Dictionary<string, Expression>(StringComparer.Ordinal);
        var left = synapse.Parameters.ToList();
        while (left.Count > 0)
        {
            var ready = left.FindAll(p => FreeVariables.Of(p.Value).All(found.ContainsKey));
            if (ready.Count == 0)
                throw new ProjectionException($"'{synapse.Name}': the value of '{left[0].Name}' is not known.");
            foreach (var parameter in ready)
            {
                var value = Evaluator.Evaluate(parameter.Value, n => found[n].Value);
                found[parameter.Name] = Expression.Constant(value, parameter.Symbol.Dimension);
            }

            left.RemoveAll(ready.Contains);
        }

        return found;
    }
}

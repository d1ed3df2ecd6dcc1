using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;

namespace Isonomia.Simulation.PhasePlanes;

/// <summary>The velocity field of two states of a model: their drift, all other states at zero.</summary>
public static class ModelField
{
    /// <summary>The field at a moment.</summary>
    /// <param name="model">The model, with its inputs.</param>
    /// <param name="x">The name of the first state.</param>
    /// <param name="y">The name of the second state.</param>
    /// <param name="values">The values of parameters and built-in names ("t", "dt"), in SI base units.</param>
    public static PlaneField Of(CellModel model, string x, string y, IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(values);
        var expanded = Subexpressions.Expand(model.Equations);
        var (dx, dy) = (expanded.Find(x)!.Right!, expanded.Find(y)!.Right!);
        string[] names = [x, y, .. FreeVariables.Of(dx).Concat(FreeVariables.Of(dy)).Distinct().Where(n => n != x && n != y)];
        var program = new EvaluationProgram([dx, dy], names);
        var inputs = new double[names.Length];
        for (var i = 2; i < names.Length; i++)
            inputs[i] = names[i] == "not_refractory" ? 1 : values.GetValueOrDefault(names[i]);
        var results = new double[2];
        return (atX, atY) =>
        {
            (inputs[0], inputs[1]) = (atX, atY);
            program.Evaluate(inputs, results);
            return (results[0], results[1]);
        };
    }
}

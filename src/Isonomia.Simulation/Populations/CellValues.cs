using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Numerics.LinearAlgebra;
using Isonomia.Simulation.Compilation.Lowering;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Populations;

/// <summary>
/// The values, before a run, of a model's names: parameters, propagators, initial states and what is made of them, in
/// double precision; one for all cells or one for each. Worked out when asked for, each once.
/// </summary>
internal sealed class CellValues
{
    private readonly Dictionary<string, double[]> known = [];
    private readonly Dictionary<string, Expression> expressions;
    private readonly HashSet<string> open = [];
    private readonly StepProgram step;
    private readonly int size;
    private readonly Func<Expression, double[], double[]> draw;

    /// <summary>Values of a model's names.</summary>
    /// <param name="model">The model.</param>
    /// <param name="step">Its step, for the propagators.</param>
    /// <param name="size">The number of cells.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="given">Parameters given by number.</param>
    /// <param name="draw">The draws of a site for each cell, given the means of Poisson draws.</param>
    public CellValues(
        CellModel model, StepProgram step, int size, double dt, IEnumerable<KeyValuePair<string, double[]>> given,
        Func<Expression, double[], double[]> draw)
    {
        this.step = step;
        this.size = size;
        this.draw = draw;
        expressions = CellNames.ParameterValues(model);
        foreach (var equation in model.Equations.Equations)
        {
            if (equation.Right is not null)
                expressions[equation.Name] = equation.Right;
        }

        foreach (var state in model.Equations.States)
            expressions[state.Name] = Expression.Constant(0, state.Symbol.Dimension);
        foreach (var (name, value) in model.Initial)
            expressions[name] = value;
        known["dt"] = [dt];
        known["N"] = [size];
        known["t"] = known[CellNames.StepNumber] = [0];
        known["lastspike"] = [-CellNames.Never];
        known["not_refractory"] = [1];
        foreach (var (name, values) in given)
            known[name] = values;
    }

    /// <summary>The values of a name: one, or one for each cell.</summary>
    /// <exception cref="ArgumentException">Its value depends on itself.</exception>
    public double[] Of(string name)
    {
        if (known.TryGetValue(name, out var values))
            return values;
        if (!open.Add(name))
            throw new ArgumentException($"The value of '{name}' depends on itself.", nameof(name));
        if (expressions.TryGetValue(name, out var expression))
            values = Of(expression);
        else if (name == "i")
            values = [.. Enumerable.Range(0, size).Select(i => (double)i)];
        else if (step.Propagators.FirstOrDefault(p => p.Entries.Any(e => e?.Name == name)) is { } propagator)
            values = Exponentiate(propagator, name);
        else
            values = [0];
        open.Remove(name);
        return known[name] = values;
    }

    /// <summary>The values of an expression: one, or one for each cell.</summary>
    public double[] Of(Expression expression)
    {
        // A rate may be 0/0 at the initial voltage as written.
        expression = Simplifier.Simplify(expression);
        var names = new List<string>();
        var values = new List<double[]>();
        var replaced = new Dictionary<Expression, Expression>();
        foreach (var leaf in Postorder.Of(expression))
        {
            if (leaf.Operator is not (Operator.Variable or Operator.Normal or Operator.Uniform or Operator.Poisson))
                continue;
            var isName = leaf.Operator == Operator.Variable;
            var name = isName ? leaf.Name : $"{leaf.Operator} {leaf.Name}";
            replaced[leaf] = Expression.Variable(name, leaf.Dimension, leaf.Kind);
            if (names.Contains(name))
                continue;
            names.Add(name);
            values.Add(isName ? Of(leaf.Name) : draw(leaf, leaf.Operands.IsEmpty ? [] : Of(leaf[0])));
        }

        var program = new EvaluationProgram(
            Rewriting.Each([expression], (node, same) => replaced.GetValueOrDefault(node) ?? same), names);
        var results = new double[values.TrueForAll(v => v.Length == 1) ? 1 : size];
        var inputs = new double[names.Count];
        for (var cell = 0; cell < results.Length; cell++)
        {
            for (var v = 0; v < inputs.Length; v++)
                inputs[v] = values[v].Length == 1 ? values[v][0] : values[v][cell];
            program.Evaluate(inputs, results.AsSpan(cell, 1));
        }

        return results;
    }

    // All entries at once: each is asked for anyway.
    private double[] Exponentiate(Propagator propagator, string name)
    {
        var generators = propagator.Generator.Select(Of).ToArray();
        var results = new double[generators.Any(g => g.Length > 1) ? size : 1][];
        var matrix = new double[generators.Length];
        var before = new double[generators.Length];
        for (var cell = 0; cell < results.Length; cell++)
        {
            for (var e = 0; e < matrix.Length; e++)
                matrix[e] = generators[e][generators[e].Length == 1 ? 0 : cell];
            results[cell] = cell > 0 && matrix.AsSpan().SequenceEqual(before)
                ? results[cell - 1]
                : MatrixExponential.MinusIdentity(matrix, propagator.Size);
            matrix.CopyTo(before, 0);
        }

        double[]? asked = null;
        for (var e = 0; e < matrix.Length; e++)
        {
            if (propagator.Entries[e] is not { } entry)
                continue;
            known[entry.Name] = Array.ConvertAll(results, r => r[e]);
            asked = entry.Name == name ? known[entry.Name] : asked;
        }

        return asked!;
    }
}

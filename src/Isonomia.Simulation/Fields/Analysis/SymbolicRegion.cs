using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Compilation.Lowering;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>A region's equations as expressions of its states and of some parameters alone, and their derivatives.</summary>
internal sealed class SymbolicRegion
{
    private readonly Dictionary<string, Expression> known;
    private readonly Expression[] sides;
    private readonly ImmutableArray<DelayedValue> delays;
    private readonly Expression[] delayed;
    private readonly Dictionary<string, Expression> now;
    private readonly List<(int Row, int Noise, Expression Factor)> factors = [];
    private readonly Expression? output;

    public SymbolicRegion(FieldModel model, IReadOnlyList<string> parameters)
    {
        var region = model.Region;
        var values = CellNames.ParameterValues(region);
        if (parameters.FirstOrDefault(p => !values.ContainsKey(p)) is { } unknown)
            throw new FieldAnalysisException($"'{model.Name}' has no parameter '{unknown}'");
        known = Fixed(values, [.. parameters]);
        var delayedNames = model.Delays.Select(d => d.Symbol.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var input in region.Equations.Symbols.Values.Where(s => s.Kind == SymbolKind.Input))
        {
            if (!delayedNames.Contains(input.Name))
                known[input.Name] = Expression.Constant(0, input.Dimension);
        }

        foreach (var (name, value) in Subexpressions.Of(region.Equations))
            known[name] = Substitution.Replace(value, known);
        var states = region.Equations.States.ToArray();
        States = [.. states.Select(s => s.Symbol)];
        delays = model.Delays;
        sides = [.. states.Select(s => Known(s.Right!))];
        delayed = [.. delays.Select(d => Known(d.Value))];
        DelayTimes = [.. delays.Select(d => Known(d.Time))];
        now = delays.Select((d, i) => (d.Symbol.Name, delayed[i])).ToDictionary(d => d.Name, d => d.Item2);
        Noises = [.. states.SelectMany(s => s.Noise.Keys).Distinct().Order(StringComparer.Ordinal)];
        for (var row = 0; row < states.Length; row++)
        {
            foreach (var (name, factor) in states[row].Noise)
                factors.Add((row, Noises.IndexOf(name), Substitution.Replace(Known(factor), now)));
        }

        output = model.Output is null ? null : Substitution.Replace(Known(model.Output), now);
        Require(model);
        var own = Fixed(values, []);
        Defaults = [.. parameters.Select(p => Evaluator.Evaluate(own[p], _ => double.NaN))];
        Initial =
        [
            .. States.Select(s => region.Initial.TryGetValue(s.Name, out var start)
                ? Evaluator.Evaluate(Draws.AtMeans(Substitution.Replace(start, own)), _ => 0)
                : 0),
        ];
    }

    public ImmutableArray<Symbol> States { get; }

    public ImmutableArray<string> Noises { get; }

    public ImmutableArray<double> Defaults { get; }

    public ImmutableArray<double> Initial { get; }

    public ImmutableArray<Expression> DelayTimes { get; }

    /// <summary>All that is evaluated together, and where in it each slope stands.</summary>
    public (Expression[] Expressions, (int Row, int Column, int Slot, int Factor, int Delay)[] Slopes,
        (int Row, int Column, int Slot)[] Noise, (int Column, int Slot)[] Output, int FirstDelay) Flatten()
    {
        var all = new List<Expression>(Substitution.Replace(sides, now));
        var slopes = new List<(int, int, int, int, int)>();
        for (var column = 0; column < States.Length; column++)
        {
            foreach (var (row, slot) in Add(sides, States[column].Name))
                slopes.Add((row, column, slot, -1, -1));
        }

        for (var d = 0; d < delays.Length; d++)
        {
            var own = Enumerable.Range(0, States.Length)
                .SelectMany(column => Add([delayed[d]], States[column].Name).Select(s => (column, s.Slot))).ToArray();
            foreach (var (row, slot) in Add(sides, delays[d].Symbol.Name))
                slopes.AddRange(own.Select(o => (row, o.column, slot, o.Slot, d)));
        }

        var firstDelay = all.Count;
        all.AddRange(DelayTimes);
        var noise = factors.Select(f => (f.Row, f.Noise, Put(f.Factor))).ToArray();
        var observed = output is null ? [] : Enumerable.Range(0, States.Length)
            .SelectMany(column => Add([output], States[column].Name).Select(s => (column, s.Slot))).ToArray();
        all.Add(output ?? Expression.Constant(0));
        return ([.. all], [.. slopes], noise, observed, firstDelay);

        List<(int Row, int Slot)> Add(Expression[] of, string variable)
        {
            var found = new List<(int, int)>();
            var derivatives = Substitution.Replace(Derivative.Of(of, variable).AsSpan(), now);
            for (var row = 0; row < of.Length; row++)
            {
                if (!derivatives[row].IsConstant(0))
                    found.Add((row, Put(derivatives[row])));
            }

            return found;
        }

        int Put(Expression expression)
        {
            all.Add(expression);
            return all.Count - 1;
        }
    }

    private Expression Known(Expression expression) => Simplifier.Simplify(Substitution.Replace(expression, known));

    // The values of parameters in terms of those that stay free.
    private static Dictionary<string, Expression> Fixed(
        Dictionary<string, Expression> values, HashSet<string> free)
    {
        var result = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var name in values.Keys.Where(n => !free.Contains(n)))
            Visit(name);
        return result;

        void Visit(string name)
        {
            if (result.ContainsKey(name) || free.Contains(name) || !values.TryGetValue(name, out var value))
                return;
            foreach (var read in FreeVariables.Of(value))
                Visit(read);
            result[name] = Simplifier.Simplify(Substitution.Replace(value, result));
        }
    }

    /// <summary>Expressions of parameters in terms of some of them alone, ready for evaluation.</summary>
    public static EvaluationProgram OfParameters(
        FieldModel model, IReadOnlyList<string> parameters, params Expression[] expressions)
    {
        var values = Fixed(CellNames.ParameterValues(model.Region), [.. parameters]);
        return new EvaluationProgram(
            [.. expressions.Select(e => Simplifier.Simplify(Substitution.Replace(e, values)))], parameters);
    }

    private void Require(FieldModel model)
    {
        var all = sides.Concat(delayed).Concat(DelayTimes).Concat(factors.Select(f => f.Factor));
        foreach (var node in Postorder.Of([.. all, .. output is null ? [] : (Expression[])[output]]))
        {
            if (node.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson)
                throw new FieldAnalysisException($"'{model.Name}' draws random numbers at every step, which has no "
                    + "fixed points or spectrum in closed form; write noise as xi");
            if (node is { Operator: Operator.Variable, Name: "t" or "dt" or "t_in_timesteps" or "i" or "N" })
                throw new FieldAnalysisException($"the equations of '{model.Name}' read '{node.Name}', and what "
                    + "depends on it has no fixed points");
        }
    }
}

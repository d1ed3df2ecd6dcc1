using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// Takes out of expressions what can be computed beforehand, leaving names in its place: per run, per cell, per step.
/// A hoisted value that is itself just a name keeps that name; literal numbers stay where they are.
/// </summary>
/// <param name="stages">The stages of expressions.</param>
/// <param name="taken">Names in use; those given here are added.</param>
internal sealed class Hoisting(StageMap stages, HashSet<string> taken)
{
    private readonly Dictionary<Expression, Expression> names = [];
    private readonly List<Definition> run = [];
    private readonly List<Definition> cell = [];
    private readonly List<Definition> step = [];
    private readonly List<Definition> stepConstants = [];

    /// <summary>Values of the run, read by what is computed for each cell.</summary>
    public IReadOnlyList<Definition> Run => run;

    /// <summary>Values of each cell.</summary>
    public IReadOnlyList<Definition> Cell => cell;

    /// <summary>Values of each step, over t and <see cref="StepConstants"/>.</summary>
    public IReadOnlyList<Definition> Step => step;

    /// <summary>Values of the run, in double precision, read by <see cref="Step"/>.</summary>
    public IReadOnlyList<Definition> StepConstants => stepConstants;

    /// <summary>Expressions in which only what changes from step to step in each cell is left.</summary>
    public Expression[] Of(ReadOnlySpan<Expression> roots)
    {
        var rewritten = new Dictionary<Expression, Expression>();
        foreach (var node in Postorder.Of(roots))
        {
            if (stages[node] != Stage.Lane)
                continue;
            var operands = new Expression[node.Operands.Length];
            for (var i = 0; i < operands.Length; i++)
                operands[i] = stages[node[i]] == Stage.Lane ? rewritten[node[i]] : Named(node[i]);
            rewritten[node] = operands.Length == 0 ? node : node.With(operands);
        }

        var kept = new Expression[roots.Length];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = stages[roots[i]] == Stage.Lane ? rewritten[roots[i]] : Named(roots[i]);
        return kept;
    }

    private Expression Named(Expression value)
    {
        if (value.Operator == Operator.Constant)
            return value;
        if (names.TryGetValue(value, out var name))
            return name;
        switch (stages[value])
        {
            case Stage.Run:
                return names[value] = Add(run, "_r", value);
            case Stage.Cell:
                return names[value] = Add(cell, "_c", value);
            default:
                return names[value] = Add(step, "_s", OverConstants(value));
        }
    }

    // A value of the step, over t and named constants.
    private Expression OverConstants(Expression value)
    {
        var rewritten = new Dictionary<Expression, Expression>();
        foreach (var node in Postorder.Of(value))
        {
            if (stages[node] == Stage.Run)
                continue;
            var operands = new Expression[node.Operands.Length];
            for (var i = 0; i < operands.Length; i++)
                operands[i] = stages[node[i]] == Stage.Run ? Constant(node[i]) : rewritten[node[i]];
            rewritten[node] = operands.Length == 0 ? node : node.With(operands);
        }

        return rewritten[value];
    }

    private Expression Constant(Expression value)
    {
        if (value.Operator == Operator.Constant)
            return value;
        var place = stepConstants.FindIndex(d => d.Value.Equals(value));
        return place >= 0 ? stepConstants[place].Read : Add(stepConstants, "_k", value);
    }

    private Expression Add(List<Definition> list, string prefix, Expression value)
    {
        var name = value.Operator == Operator.Variable
            ? value.Name
            : Fresh(prefix + list.Count(d => d.Value.Operator != Operator.Variable), taken);
        var definition = new Definition(name, value);
        list.Add(definition);
        return definition.Read;
    }

    /// <summary>A name that is not in use yet, which from now on it is.</summary>
    public static string Fresh(string wish, HashSet<string> taken)
    {
        while (!taken.Add(wish))
            wish += "_";
        return wish;
    }
}

using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Lowering;

/// <summary>What the names of a cell model stand for in its code.</summary>
internal sealed class CellNames
{
    /// <summary>The row of refractory steps left (or, under a condition, of 1 since a spike).</summary>
    public const string Refractory = "_refractory";

    /// <summary>The row of steps since the last spike; at the start of the step after it, 0.</summary>
    public const string Age = "_age";

    /// <summary>What the name of a state's value at the end of the step begins with.</summary>
    public const string EndPrefix = "_end_";

    /// <summary>The number of the step: t/dt, exactly.</summary>
    public const string StepNumber = "t_in_timesteps";

    /// <summary>The time since the "last spike" of a cell that never had one, in seconds (as in Brian 2).</summary>
    public const double Never = 1e4;

    private static readonly Expression Dt = Expression.Variable("dt", Dimension.Time);
    private readonly Dictionary<string, Stage> stages = [];
    private readonly HashSet<string> sharedDraws = [];
    private readonly Dictionary<string, Expression> zeros = [];

    public CellNames(CellModel model, StepProgram step, LoweringOptions options)
    {
        Model = model;
        States = [.. model.Equations.States.Select(e => e.Symbol)];
        Subexpressions = [.. model.Equations.Subexpressions];
        var known = States.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        Assigned =
        [
            .. model.Reset.Select(a => a.Target).Where(t => t.Kind == SymbolKind.Parameter && known.Add(t.Name)),
        ];
        foreach (var row in Kept.Select(s => s.Name).Append(Refractory).Append(Age))
            stages[row] = stages[EndPrefix + row] = Stage.Lane;
        foreach (var name in options.PerCell)
            stages.TryAdd(name, Stage.Cell);
        stages["t"] = stages[StepNumber] = Stage.Step;
        stages["i"] = Stage.Cell;
        foreach (var symbol in model.Equations.Symbols.Values.Where(s => s.Kind == SymbolKind.Input))
        {
            stages[symbol.Name] = Stage.Lane;
            if (!options.Inputs.Contains(symbol.Name))
                zeros[symbol.Name] = Expression.Constant(0, symbol.Dimension);
        }

        foreach (var arrival in options.Arrivals)
            stages[arrival.Stream] = Stage.Lane;

        foreach (var propagator in step.Propagators)
        {
            var stage = FreeVariables.Of(propagator.Generator.AsSpan()).Aggregate(
                Stage.Run, (sum, name) => sum | stages.GetValueOrDefault(name));
            foreach (var entry in propagator.Entries)
            {
                if (entry is not null)
                    stages[entry.Name] = stage;
            }
        }

        foreach (var shared in Subexpressions.Where(s => s.Flags.HasFlag(EquationFlags.Shared)))
        {
            foreach (var node in Postorder.Of(shared.Right!).Where(n => n.Operands.IsEmpty && n.Name.Length > 0))
                sharedDraws.Add(node.Name);
        }

        // not_refractory, at the start of a step.
        var left = Expression.Variable(Refractory, Dimension.None);
        NotRefractory = model.Refractory is null
            ? Expression.Boolean(true)
            : Expression.Apply(Operator.LessOrEqual, left, Expression.Constant(0));
        if (HasRefractoryCondition)
            NotRefractory = Expression.Apply(Operator.Or, NotRefractory, Expression.Apply(
                Operator.Not, AtStart().Of(model.Refractory!)));
    }

    public CellModel Model { get; }

    public ImmutableArray<Symbol> States { get; }

    public ImmutableArray<Equation> Subexpressions { get; }

    /// <summary>Parameters that the reset assigns: they are kept like states.</summary>
    public ImmutableArray<Symbol> Assigned { get; }

    /// <summary>States and assigned parameters.</summary>
    public IEnumerable<Symbol> Kept => States.Concat(Assigned);

    public bool HasRefractoryCondition => Model.Refractory is { Kind: ValueKind.Boolean };

    /// <summary>Whether a cell is not refractory, as the start of a step finds it.</summary>
    public Expression NotRefractory { get; }

    /// <summary>The time since the last spike, at the start of a step.</summary>
    public static Expression AgeNow => Expression.Variable(Age, Dimension.None) * Dt;

    /// <summary>Inputs that nothing supplies.</summary>
    public IReadOnlyDictionary<string, Expression> Zeros => zeros;

    /// <summary>Whether a name changes from step to step: a state, an input, a row.</summary>
    public bool IsKept(string name) => stages.GetValueOrDefault(name) == Stage.Lane;

    /// <summary>How often a name or draw changes.</summary>
    public Stage StageOf(Expression leaf)
    {
        if (leaf.Operator != Operator.Variable)
            return sharedDraws.Contains(leaf.Name) ? Stage.Step : Stage.Lane;
        return stages.GetValueOrDefault(leaf.Name);
    }

    /// <summary>
    /// Parameters whose values differ between cells: given so, with draws or the cell's index in them, or made of such.
    /// </summary>
    public static ImmutableSortedSet<string> Heterogeneous(CellModel model, ImmutableSortedSet<string> given)
    {
        var values = ParameterValues(model);
        var found = given.ToBuilder();
        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            found.UnionWith(values.Where(v => Postorder.Of(v.Value).Any(n =>
                n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson
                || (n.Operator == Operator.Variable && (n.Name == "i" || found.Contains(n.Name))))).Select(v => v.Key));
        }

        return found.ToImmutable();
    }

    /// <summary>The parameters, those declared in the equations too, and the expressions of their values.</summary>
    public static Dictionary<string, Expression> ParameterValues(CellModel model)
    {
        var values = model.Equations.Equations.Where(e => e.Kind == EquationKind.Parameter).ToDictionary(
            e => e.Name, e => model.Initial.GetValueOrDefault(e.Name) ?? Expression.Constant(0, e.Symbol.Dimension));
        foreach (var parameter in model.Parameters)
            values[parameter.Name] = parameter.Value;
        return values;
    }

    /// <summary>How expressions are read where states have their values at the start of a step.</summary>
    public Reading AtStart() => new(this, s => s.Read, AgeNow, NotRefractory);
}

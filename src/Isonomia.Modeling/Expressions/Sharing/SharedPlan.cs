using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Sharing;

/// <summary>
/// Straight-line code for a set of expressions, for machines: dimensions are gone (all is SI), every distinct value is
/// computed once, and as early as it can be. Products and sums are regrouped so that what does not change within a run
/// or a step is put together there (gL*(EL - v)/C becomes (gL/C)*(EL - v)), and divisions by it become products.
/// Values agree with those of the expressions up to rounding.
/// </summary>
public sealed class SharedPlan
{
    private SharedPlan(ImmutableArray<PlanNode> nodes, ImmutableArray<int> roots, ImmutableArray<Symbol> targets)
    {
        Nodes = nodes;
        Roots = roots;
        Targets = targets;
    }

    /// <summary>The values, by stage and within a stage with operands first; each node's place is its identifier.</summary>
    public ImmutableArray<PlanNode> Nodes { get; }

    /// <summary>The places of the results.</summary>
    public ImmutableArray<int> Roots { get; }

    /// <summary>What each result is assigned to, for a plan of assignments; else empty.</summary>
    public ImmutableArray<Symbol> Targets { get; }

    /// <summary>A plan for some expressions.</summary>
    /// <param name="roots">The expressions, without noise.</param>
    /// <param name="stages">When a variable changes.</param>
    public static SharedPlan Of(IReadOnlyList<Expression> roots, Func<string, Stage> stages)
    {
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(stages);
        return Lay(Numbers([.. roots]), [], stages);
    }

    /// <summary>
    /// A plan for a list of assignments: what is assigned first is what later ones read. All variables of the plan are
    /// values from before the list; all targets but temporaries are results, to be stored when all are computed.
    /// </summary>
    /// <param name="program">The assignments, without noise.</param>
    /// <param name="stages">When a variable changes; not asked for temporaries.</param>
    public static SharedPlan Of(IReadOnlyList<Assignment> program, Func<string, Stage> stages)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(stages);
        var values = Numbers([.. program.Select(a => a.Value)]);
        var known = new Dictionary<string, Expression>(StringComparer.Ordinal);
        var targets = new List<Symbol>();
        for (var i = 0; i < program.Count; i++)
        {
            var target = program[i].Target;
            if (target.Kind != SymbolKind.Temporary && !targets.Exists(t => t.Name == target.Name))
                targets.Add(target);
            known[target.Name] = Substitution.Replace(values[i], known);
        }

        return Lay([.. targets.Select(t => known[t.Name])], [.. targets], stages);
    }

    // The same expressions as pure numbers; multiplications by a unit vanish.
    private static ImmutableArray<Expression> Numbers(ReadOnlySpan<Expression> expressions) =>
        Simplifier.Simplify(Substitution.Rewrite(expressions, (node, operands) => node.Operator switch
        {
            _ when node.Dimension.IsNone && !operands.IsEmpty => node.With(operands),
            Operator.Constant when !node.Dimension.IsNone => Expression.Constant(node.Value),
            Operator.Variable when !node.Dimension.IsNone => Expression.Variable(node.Name, Dimension.None, node.Kind),
            Operator.Noise => throw new ArgumentException("A plan has no noise, only draws.", nameof(expressions)),
            _ => node.With(operands),
        }).AsSpan());

    private static SharedPlan Lay(
        ImmutableArray<Expression> roots, ImmutableArray<Symbol> targets, Func<string, Stage> stages)
    {
        var grouped = new StageGrouping(stages).Regroup(roots);
        var staging = new StageGrouping(stages);
        var order = Postorder.Of(grouped.AsSpan());
        var places = new Dictionary<Expression, int>();
        var nodes = ImmutableArray.CreateBuilder<PlanNode>(order.Count);
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var node in order)
            {
                if (staging.StageOf(node) != stage)
                    continue;
                places[node] = nodes.Count;
                nodes.Add(new PlanNode(nodes.Count, node, stage, [.. node.Operands.Select(o => places[o])]));
            }
        }

        return new SharedPlan(nodes.MoveToImmutable(), [.. grouped.Select(r => places[r])], targets);
    }
}

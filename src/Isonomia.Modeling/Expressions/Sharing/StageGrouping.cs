using System.Collections.Immutable;

namespace Isonomia.Modeling.Expressions.Sharing;

/// <summary>
/// Regroups the products and sums that are computed for each cell, so that their parts of earlier stages are together:
/// these are then computed once. Only what is used once is taken apart; what is shared stays shared.
/// </summary>
internal sealed class StageGrouping(Func<string, Stage> variables)
{
    private readonly Dictionary<Expression, Stage> stages = [];
    private readonly Dictionary<Expression, int> uses = [];
    private readonly Dictionary<Expression, Expression> regrouped = [];

    private enum Family
    {
        None,
        Product,
        Sum,
    }

    /// <summary>The stage of a node whose operands' stages have been asked for.</summary>
    public Stage StageOf(Expression node)
    {
        if (stages.TryGetValue(node, out var known))
            return known;
        var stage = node.Operator switch
        {
            Operator.Variable => variables(node.Name),
            Operator.Normal or Operator.Uniform or Operator.Poisson => Stage.Cell,
            _ => Stage.Run,
        };
        foreach (var operand in node.Operands)
            stage = (Stage)Math.Max((int)stage, (int)StageOf(operand));
        return stages[node] = stage;
    }

    /// <summary>The expressions, regrouped.</summary>
    public ImmutableArray<Expression> Regroup(ImmutableArray<Expression> roots)
    {
        var order = Postorder.Of(roots.AsSpan());
        var absorbed = new HashSet<Expression>();
        foreach (var root in roots)
            Use(root);
        foreach (var node in order)
        {
            _ = StageOf(node);
            foreach (var operand in node.Operands)
                Use(operand);
        }

        foreach (var node in order.Where(n => StageOf(n) == Stage.Cell))
            absorbed.UnionWith(node.Operands.Where(o => IsAbsorbed(o, FamilyOf(node))));
        foreach (var node in order.Where(n => !absorbed.Contains(n)))
        {
            regrouped[node] = StageOf(node) < Stage.Cell ? node : FamilyOf(node) switch
            {
                Family.Product => GroupProduct(node),
                Family.Sum => GroupSum(node),
                _ => node.With([.. node.Operands.Select(o => regrouped[o])]),
            };
        }

        return ShareDivisions([.. roots.Select(r => regrouped[r])]);

        void Use(Expression node) => uses[node] = uses.GetValueOrDefault(node) + 1;
    }

    private static Family FamilyOf(Expression node) => node.Operator switch
    {
        Operator.Multiply or Operator.Divide => Family.Product,
        Operator.Add or Operator.Subtract => Family.Sum,
        Operator.Negate => FamilyOf(node[0]) == Family.Sum ? Family.Sum : Family.Product,
        _ => Family.None,
    };

    private bool IsAbsorbed(Expression operand, Family family) =>
        family != Family.None && uses[operand] == 1 && StageOf(operand) == Stage.Cell
        && FamilyOf(operand) == family;

    private Expression GroupProduct(Expression product)
    {
        var above = new Expression?[3];
        var below = new Expression?[3];
        var isNegative = false;
        var open = new Stack<(Expression Node, bool IsBelow, bool IsTop)>();
        open.Push((product, false, true));
        while (open.TryPop(out var next))
        {
            var (node, isBelow, isTop) = next;
            if (!isTop && !IsAbsorbed(node, Family.Product))
            {
                if (node.IsConstant(1))
                    continue;
                ref var group = ref (isBelow ? below : above)[(int)StageOf(node)];
                var factor = StageOf(node) < Stage.Cell ? node : regrouped[node];
                group = group is null ? factor : group * factor;
                continue;
            }

            isNegative ^= node.Operator == Operator.Negate;
            if (node.Operands.Length > 1)
                open.Push((node[1], isBelow ^ node.Operator == Operator.Divide, false));
            open.Push((node[0], isBelow, false));
        }

        // What is early takes the sign, and the place above the line where there is nothing else.
        Expression? early = null;
        for (var stage = Stage.Run; stage < Stage.Cell; stage++)
        {
            var (over, under) = (above[(int)stage], below[(int)stage]);
            if (over is not null)
                early = early is null ? over : early * over;
            if (under is not null)
                early = (early ?? Expression.Constant(1)) / under;
        }

        var (mine, divisor) = (above[(int)Stage.Cell], below[(int)Stage.Cell]);
        if (isNegative && (early is not null || mine is null))
        {
            early = early is { Operator: Operator.Constant } ? Expression.Constant(-early.Value)
                : early is null ? Expression.Constant(-1)
                : -early;
            isNegative = false;
        }

        var result = early is null ? mine ?? Expression.Constant(1) : mine is null ? early : early * mine;
        if (divisor is not null)
            result /= divisor;
        return isNegative ? -result : result;
    }

    private Expression GroupSum(Expression sum)
    {
        var terms = new List<(Expression Term, bool IsNegative)>();
        var earlier = new List<(Expression Term, bool IsNegative, Stage Stage)>();
        var open = new Stack<(Expression Node, bool IsNegative, bool IsTop)>();
        open.Push((sum, false, true));
        while (open.TryPop(out var next))
        {
            var (node, isNegative, isTop) = next;
            if (!isTop && !IsAbsorbed(node, Family.Sum))
            {
                if (StageOf(node) < Stage.Cell)
                    earlier.Add((node, isNegative, StageOf(node)));
                else
                    terms.Add((regrouped[node], isNegative));
                continue;
            }

            if (node.Operands.Length > 1)
                open.Push((node[1], isNegative ^ node.Operator == Operator.Subtract, false));
            open.Push((node[0], isNegative ^ node.Operator == Operator.Negate, false));
        }

        Expression? early = null;
        foreach (var (term, isNegative, _) in earlier.OrderBy(t => t.Stage).ThenBy(t => t.IsNegative))
            early = early is null ? isNegative ? -term : term : isNegative ? early - term : early + term;

        // A positive term leads, so that no sign has to be computed.
        var lead = terms.FindIndex(t => !t.IsNegative);
        var result = lead >= 0 ? terms[lead].Term : early;
        if (lead >= 0)
            terms.RemoveAt(lead);
        foreach (var (term, isNegative) in terms)
            result = result is null ? -term : isNegative ? result - term : result + term;
        return early is null || lead < 0 ? result! : result! + early;
    }

    // Divisions by the same value become products with its reciprocal.
    private ImmutableArray<Expression> ShareDivisions(ImmutableArray<Expression> roots)
    {
        var divisions = Postorder.Of(roots.AsSpan())
            .Where(n => StageOf(n) == Stage.Cell && n.Operator == Operator.Divide)
            .GroupBy(n => n[1]).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        return divisions.Count == 0 ? roots : Substitution.Rewrite(roots.AsSpan(), (node, operands) =>
            !divisions.Contains(node) ? node.With(operands)
            : operands[0].IsConstant(1) ? Expression.Constant(1) / operands[1]
            : operands[0] * (Expression.Constant(1) / operands[1]));
    }
}

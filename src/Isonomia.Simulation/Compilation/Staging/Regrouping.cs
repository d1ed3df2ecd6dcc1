using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// Rewrites expressions so that what does not change from step to step stands together and can be computed beforehand,
/// in double precision: dt*(g*(E - v))/C becomes (dt*g/C)*(E - v), v - VT - 15*mV becomes v - (VT + 15*mV). Small whole
/// powers become products, x**0.5 a root. What changes keeps its order of evaluation. Against the text as written the
/// result differs by rounding only: a few units in the last place of the largest term.
/// </summary>
internal sealed class Regrouping(StageMap stages)
{
    // Longer sums stay as they are nested: flattening them would cost the square of their length.
    private const int LongestSum = 64;
    private const int LargestPower = 16;
    private readonly Dictionary<Expression, Expression> done = [];
    private readonly Dictionary<Expression, Factors> products = [];
    private readonly Dictionary<Expression, List<Term>> sums = [];
    private readonly Dictionary<Expression, int> uses = [];

    /// <summary>Rewrites expressions; each distinct node once.</summary>
    public Expression[] Of(ReadOnlySpan<Expression> roots)
    {
        var order = Postorder.Of(roots);
        foreach (var node in order)
        {
            foreach (var operand in node.Operands)
                uses[operand] = uses.GetValueOrDefault(operand) + 1;
        }

        foreach (var node in order)
        {
            if (!done.ContainsKey(node))
                done[node] = stages[node] == Stage.Lane ? Rewrite(node) : node;
        }

        var results = new Expression[roots.Length];
        for (var i = 0; i < roots.Length; i++)
            results[i] = done[roots[i]];
        return results;
    }

    private Expression Rewrite(Expression node)
    {
        switch (node.Operator)
        {
            case Operator.Multiply:
                return Product(FactorsOf(done[node[0]]).Times(FactorsOf(done[node[1]])));
            case Operator.Divide:
                return Product(FactorsOf(done[node[0]]).Over(FactorsOf(done[node[1]])));
            case Operator.Negate:
                return Product(FactorsOf(done[node[0]]).Negated());
            case Operator.Add or Operator.Subtract:
                var terms = TermsOf(node[0], false, []);
                return Sum(TermsOf(node[1], node.Operator == Operator.Subtract, terms));
            case Operator.Power when node[1].Operator == Operator.Constant && stages[done[node[0]]] == Stage.Lane:
                return Power(done[node[0]], node[1].Value) ?? With(node);
            default:
                return With(node);
        }
    }

    private Expression With(Expression node)
    {
        var operands = new Expression[node.Operands.Length];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = done[node[i]];
        return node.With(operands);
    }

    // x**n by squaring; null where a power is no short product.
    private static Expression? Power(Expression x, double exponent)
    {
        var size = Math.Abs(exponent);
        if (size is 0 or > LargestPower || size * 2 != Math.Round(size * 2) || (size > 4 && size != Math.Round(size)))
            return null;
        var whole = (int)size;
        var result = size == whole ? null : Expression.Apply(Operator.Sqrt, x);
        for (var square = x; whole > 0; whole >>= 1, square = square * square)
        {
            if ((whole & 1) != 0)
                result = result is null ? square : result * square;
            if (whole == 1)
                break;
        }

        return exponent < 0 ? Expression.Constant(1) / result! : result;
    }

    private Factors FactorsOf(Expression rewritten)
    {
        if (products.TryGetValue(rewritten, out var factors))
            return factors;
        return stages[rewritten] switch
        {
            Stage.Lane => new Factors(null, null, rewritten),
            Stage.Cell => new Factors(null, rewritten, null),
            _ => new Factors(rewritten, null, null),
        };
    }

    private Expression Product(Factors factors)
    {
        var (shared, cell, lane) = factors;
        if (shared is { Operator: Operator.Constant, Value: 0 })
            return Expression.Constant(0, Factors.Multiply(shared, Factors.Multiply(cell, lane))!.Dimension);
        if (cell is not null && shared is not null && stages[shared] == Stage.Run)
            (shared, cell) = (null, Factors.Multiply(shared, cell));
        var result = Scaled(shared, Scaled(cell, lane));
        if (result is not null && stages[result] == Stage.Lane)
            products[result] = factors;
        return result ?? Expression.Constant(1);
    }

    private static Expression? Scaled(Expression? factor, Expression? x)
    {
        if (factor is null || x is null)
            return factor ?? x;
        if (factor.IsConstant(1) && factor.Dimension.IsNone)
            return x;
        if (factor.IsConstant(-1) && factor.Dimension.IsNone)
            return -x;
        return x.Operator == Operator.Divide && x[0].IsConstant(1) ? factor / x[1] : factor * x;
    }

    // The terms of a sum that nothing else uses; else the thing itself as one term.
    private List<Term> TermsOf(Expression node, bool negative, List<Term> into)
    {
        var rewritten = done[node];
        if (uses.GetValueOrDefault(node) < 2 && sums.TryGetValue(rewritten, out var inner)
            && into.Count + inner.Count <= LongestSum)
        {
            foreach (var term in inner)
                into.Add(term with { Negative = term.Negative != negative });
        }
        else if (rewritten.Operator == Operator.Negate)
        {
            into.Add(new Term(!negative, rewritten[0]));
        }
        else if (!(rewritten.Operator == Operator.Constant && rewritten.Value == 0))
        {
            into.Add(new Term(negative, rewritten));
        }

        return into;
    }

    private Expression Sum(List<Term> terms)
    {
        Expression? shared = null, cell = null;
        var negativeShared = Gather(terms, t => (stages[t] & Stage.Cell) == Stage.Run, ref shared);
        var negativeCell = Gather(terms, t => stages[t] == Stage.Cell, ref cell);
        if (cell is not null && shared is not null && stages[shared] == Stage.Run)
        {
            cell = negativeCell == negativeShared ? cell + shared : cell - shared;
            shared = null;
        }

        // What is gathered stands where its first term stood.
        var sorted = new List<Term>(terms.Count);
        foreach (var term in terms)
        {
            if (stages[term.Value] == Stage.Lane)
                sorted.Add(term);
            else if ((stages[term.Value] & Stage.Cell) == Stage.Run && shared is not null)
                (_, shared) = (Placed(sorted, negativeShared, shared), null);
            else if (stages[term.Value] == Stage.Cell && cell is not null)
                (_, cell) = (Placed(sorted, negativeCell, cell), null);
        }

        if (sorted.Count == 0)
            return terms.Count == 0 ? Expression.Constant(0) : terms[0].Value - terms[0].Value;
        var head = Math.Max(0, sorted.FindIndex(t => !t.Negative));
        var sum = sorted[head].Negative ? -sorted[head].Value : sorted[head].Value;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i != head)
                sum = sorted[i].Negative ? sum - sorted[i].Value : sum + sorted[i].Value;
        }

        if (stages[sum] == Stage.Lane)
            sums[sum] = sorted;
        return sum;
    }

    private static bool Placed(List<Term> sorted, bool negative, Expression value)
    {
        sorted.Add(new Term(negative, value));
        return negative;
    }

    // Adds up the terms of a kind; returns whether what came out is to be subtracted.
    private static bool Gather(List<Term> terms, Func<Expression, bool> belongs, ref Expression? sum)
    {
        var negative = !terms.Exists(t => belongs(t.Value) && !t.Negative);
        foreach (var term in terms.Where(t => belongs(t.Value)).OrderBy(t => t.Negative != negative))
        {
            if (sum is null)
                sum = term.Value;
            else
                sum = term.Negative == negative ? sum + term.Value : sum - term.Value;
        }

        return negative;
    }

    private sealed record Term(bool Negative, Expression Value);
}

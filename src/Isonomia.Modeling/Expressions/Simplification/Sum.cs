using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Simplification;

/// <summary>
/// A sum in its normal form: a number plus numbers times different products. Products are not multiplied out, only signs
/// are. Like terms are gathered, in the order of <see cref="ExpressionOrder"/>.
/// </summary>
internal sealed class Sum
{
    // What is left of a coefficient after cancellation within rounding counts as nothing.
    private const double Rounding = 1e-15;

    // More terms than a person writes: what lies beyond is kept as one term, which bounds the work.
    private const int Capacity = 64;

    private readonly List<Term> terms = [];
    private readonly Dimension dimension;
    private double constant;
    private double size;

    public Sum(Dimension dimension) => this.dimension = dimension;

    /// <summary>The number.</summary>
    public double Constant => constant;

    /// <summary>The terms, in order, none with coefficient 0.</summary>
    public IReadOnlyList<Term> Terms => terms;

    /// <summary>The sign of the first term, or of the number where there is none.</summary>
    public int LeadingSign => Math.Sign(terms.Count > 0 ? terms[0].Coefficient : constant);

    /// <summary>A simplified expression as a sum.</summary>
    public static Sum Of(Expression expression)
    {
        var sum = new Sum(expression.Dimension);
        sum.Include(expression, 1);
        sum.Settle();
        return sum;
    }

    /// <summary>
    /// A simplified sum, or minus it: that of the two in which the first term has a positive coefficient.
    /// </summary>
    public static Expression Positive(Expression sum)
    {
        // Kept, as is the opposite: otherwise sums within sums would be looked through again at every level.
        sum.Positive ??= Of(sum).LeadingSign >= 0 ? sum : Opposite(sum);
        sum.Positive.Positive = sum.Positive;
        return sum.Positive;
    }

    /// <summary>Minus a simplified sum.</summary>
    public static Expression Opposite(Expression sum)
    {
        if (sum.Opposite is null)
        {
            sum.Opposite = Of(sum).Negated().Build();
            sum.Opposite.Opposite = sum;
            sum.Opposite.Positive = sum.Positive;
        }

        return sum.Opposite;
    }

    /// <summary>Whether all signs of a simplified sum can be changed without more operations.</summary>
    public static bool IsFlippable(Expression sum)
    {
        if (sum.Operator is not (Operator.Add or Operator.Subtract))
            return false;
        var parts = Of(sum);
        return parts.constant != 0 || parts.terms.Exists(
            t => t.Coefficient != 1 || t.Key.Dimension != parts.dimension || Product.Of(t.Key).HasDifference);
    }

    /// <summary>Adds a multiple of a simplified expression.</summary>
    public void Include(Expression expression, double factor)
    {
        var open = new Stack<(Expression Expression, double Factor)>();
        open.Push((expression, factor));
        while (open.TryPop(out var next))
        {
            var (x, c) = next;
            switch (x.Operator)
            {
                case Operator.Constant when double.IsFinite(constant + c * x.Value):
                    constant += c * x.Value;
                    size += Math.Abs(c * x.Value);
                    break;
                case Operator.Negate:
                    open.Push((x[0], -c));
                    break;
                case Operator.Add or Operator.Subtract when Math.Abs(c) == 1 && terms.Count + open.Count < Capacity:
                    open.Push((x[1], x.Operator == Operator.Add ? c : -c));
                    open.Push((x[0], c));
                    break;
                case Operator.Add or Operator.Subtract when Math.Abs(c) == 1:
                    AddTerm(x, c);
                    break;
                default:
                    IncludeProduct(x, c);
                    break;
            }
        }
    }

    /// <summary>Drops what has cancelled and puts the terms in order.</summary>
    public void Settle()
    {
        // A sum whose multiples came to one again is a sum among the terms.
        for (var again = true; again;)
        {
            var loose = terms.Find(t => t.Key.Operator is Operator.Add or Operator.Subtract
                && Math.Abs(t.Coefficient) == 1 && t.Key.Dimension == dimension && terms.Count < Capacity);
            again = loose.Key is not null && terms.Remove(loose);
            if (again)
                Include(loose.Key!, loose.Coefficient);
        }

        terms.RemoveAll(t => Math.Abs(t.Coefficient) <= Rounding * t.Size);
        if (Math.Abs(constant) <= Rounding * size)
            constant = 0;
        terms.Sort((a, b) => ExpressionOrder.Instance.Compare(a.Key, b.Key));
    }

    /// <summary>Minus the sum.</summary>
    public Sum Negated()
    {
        var negated = new Sum(dimension) { constant = -constant, size = size };
        foreach (var term in terms)
            negated.terms.Add(term with { Coefficient = -term.Coefficient });
        return negated;
    }

    /// <summary>The expression. It begins with a positive term if it can.</summary>
    public Expression Build()
    {
        Settle();
        if (terms.Count == 0)
            return Product.Number(constant, dimension);

        var lead = terms.FindIndex(t => t.Coefficient > 0);
        Expression result;
        if (lead >= 0)
        {
            result = Scaled(terms[lead]);
        }
        else if (constant != 0)
        {
            result = Product.Number(constant, dimension);
        }
        else
        {
            // All are negative: one that can take up the sign at no cost goes first.
            lead = terms.FindIndex(t => t.Coefficient != -1 || t.Key.Dimension != dimension);
            var scaled = lead >= 0;
            if (!scaled)
                lead = terms.FindIndex(t => Product.Of(t.Key).IsFlippable);
            if (lead < 0)
                return -Negated().Build();
            result = scaled
                ? Product.Scaled(terms[lead].Key, terms[lead].Coefficient, dimension / terms[lead].Key.Dimension)
                : Product.Of(terms[lead].Key).Flipped();
        }

        var isConstantDone = lead < 0;
        for (var i = 0; i < terms.Count; i++)
        {
            if (i != lead)
                result = terms[i].Coefficient > 0 ? result + Scaled(terms[i]) : result - Scaled(terms[i]);
        }

        if (isConstantDone || constant == 0)
            return Rules.AsNumber(result);
        var number = Product.Number(Math.Abs(constant), dimension);
        return constant > 0 ? result + number : result - number;
    }

    private void IncludeProduct(Expression expression, double factor)
    {
        var product = Product.Of(expression);
        if (product.IsSingular || product.Scale == 0)
            terms.Add(new Term(expression, factor, 1));
        else
            AddTerm(product.Core(), factor * product.Scale);
    }

    private void AddTerm(Expression key, double coefficient)
    {
        var place = terms.FindIndex(t => t.Key.Equals(key));
        var known = place < 0 ? new Term(key, 0, 0) : terms[place];
        var sum = new Term(key, known.Coefficient + coefficient, known.Size + Math.Abs(coefficient));
        if (place < 0)
            terms.Add(sum);
        else
            terms[place] = sum;
    }

    private Expression Scaled(Term term) =>
        Product.Scaled(term.Key, Math.Abs(term.Coefficient), dimension / term.Key.Dimension);

    /// <summary>A product without number, its coefficient, and the sizes that went into the coefficient.</summary>
    internal readonly record struct Term(Expression Key, double Coefficient, double Size);
}

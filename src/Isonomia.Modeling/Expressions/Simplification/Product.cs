using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Simplification;

/// <summary>
/// A product in its normal form: a number times powers of different bases. Quotients, powers with constant exponents,
/// square roots and exponentials are all taken apart into it; sums among its factors have a positive leading term, their
/// sign being in the number.
/// </summary>
internal sealed class Product
{
    // More factors than a person writes: what lies beyond is kept as one factor, which bounds the work.
    private const int Capacity = 64;

    private readonly List<Factor> factors = [];
    private readonly List<(Expression Argument, double Exponent)> exponentials = [];

    /// <summary>The number.</summary>
    public double Scale { get; private set; } = 1;

    /// <summary>The number's dimension.</summary>
    public Dimension Dimension { get; private set; }

    /// <summary>The factors; exponentials only after <see cref="Settle"/>.</summary>
    public IReadOnlyList<Factor> Factors => factors;

    /// <summary>Whether it holds a number that is not finite, or divides by zero: then it must stay as written.</summary>
    public bool IsSingular { get; private set; }

    /// <summary>A simplified expression as a product.</summary>
    public static Product Of(Expression expression)
    {
        var product = new Product();
        product.Include(expression, 1);
        product.Settle();
        return product;
    }

    /// <summary>Multiplies by a power of an expression whose operands are simple.</summary>
    public void Include(Expression expression, double exponent)
    {
        // Below the top all is in normal form already, and powers of products there need no second look.
        var open = new Stack<(Expression Expression, double Exponent, bool IsNormal)>();
        open.Push((expression, exponent, false));
        while (open.TryPop(out var next))
        {
            var (x, power, isNormal) = next;
            var unit = Math.Abs(power) == 1;
            switch (x.Operator)
            {
                case Operator.Constant:
                    IncludeNumber(x, power);
                    break;
                case Operator.Negate when double.IsInteger(power):
                    Scale *= Sign(power);
                    open.Push((x[0], power, isNormal));
                    break;
                case Operator.Multiply or Operator.Divide when unit && factors.Count + open.Count < Capacity:
                    open.Push((x[1], x.Operator == Operator.Divide ? -power : power, true));
                    open.Push((x[0], power, true));
                    break;
                case Operator.Sqrt:
                    open.Push((x[0], power / 2, isNormal));
                    break;
                case Operator.Power when x[1].Operator == Operator.Constant:
                    var keepsSign = double.IsInteger(power) || x[1].Value % 2 != 0;
                    open.Push((keepsSign ? x[0] : Rules.Absolute(x[0]), x[1].Value * power, isNormal));
                    break;
                case Operator.Exp:
                    exponentials.Add((x[0], power));
                    break;
                case Operator.Add or Operator.Subtract when double.IsInteger(power):
                    IncludeSum(x, power);
                    break;
                case Operator.Multiply or Operator.Divide when !unit && !isNormal:
                    IncludePowerOfProduct(x, power);
                    break;
                default:
                    AddFactor(x, power);
                    break;
            }
        }
    }

    /// <summary>Takes some power of a base away; for rules that replace factors.</summary>
    public void Remove(Expression factor, double exponent) => AddFactor(factor, -exponent);

    /// <summary>Gathers the exponentials into one, drops what has cancelled and puts the factors in order.</summary>
    public void Settle()
    {
        // sqrt(x*y)*sqrt(x*y) has become a product among the factors, and such a difference may need its sign changed.
        while (factors.Count < Capacity && factors.FindIndex(f => f.IsLoose) is >= 0 and var place)
        {
            var loose = factors[place];
            factors.RemoveAt(place);
            Include(loose.Base, loose.Exponent);
        }

        if (exponentials is [(var alone, 1)])
        {
            AddFactor(Expression.Apply(Operator.Exp, alone), 1);
        }
        else if (exponentials.Count > 0)
        {
            var argument = new Sum(Dimension.None);
            foreach (var (x, exponent) in exponentials)
                argument.Include(x, exponent);
            var power = Rules.Exponential(argument.Build());
            if (power.Operator == Operator.Exp)
                AddFactor(power, 1);
            else
                Include(power, 1);
        }

        exponentials.Clear();
        factors.RemoveAll(f => f.Exponent == 0);
        factors.Sort((a, b) => ExpressionOrder.Instance.Compare(a.Base, b.Base));
    }

    /// <summary>The expression without its number; 1 without factors.</summary>
    public Expression Core()
    {
        var above = Multiplied(factors.Where(f => !f.IsBelow).Select(f => f.Build()));
        var below = Multiplied(factors.Where(f => f.IsBelow).Select(f => f.Inverse().Build()));
        if (below is null)
            return above ?? Expression.Integer(1);
        return (above ?? Expression.Integer(1)) / below;
    }

    /// <summary>The expression.</summary>
    public Expression Build()
    {
        if (Scale == 0)
            return Number(0, Total());
        if (factors.Count == 0)
            return Number(Scale, Dimension);
        if (Scale == -1 && Dimension.IsNone)
            return IsFlippable ? Flipped() : -Core();
        return Scaled(Core(), Scale, Dimension);
    }

    /// <summary>Whether a difference among the factors can take up a sign at no cost.</summary>
    public bool IsFlippable => !IsSingular && factors.Exists(f => f.IsFlippable);

    /// <summary>Whether there is a difference to an odd power among the factors.</summary>
    public bool HasDifference => !IsSingular
        && factors.Exists(f => f.Exponent % 2 is 1 or -1 && f.Base.Operator == Operator.Subtract);

    /// <summary>Minus the <see cref="Core"/>.</summary>
    public Expression Flipped()
    {
        var place = factors.FindIndex(f => f.IsFlippable);
        var flipped = new Product();
        flipped.factors.AddRange(factors);
        flipped.factors[place] = factors[place].Flipped();
        return flipped.Core();
    }

    /// <summary>A product's core times a number.</summary>
    public static Expression Scaled(Expression core, double scale, Dimension dimension)
    {
        if (scale == 1 && dimension.IsNone)
            return core;
        return core.Operator == Operator.Divide && core[0].IsConstant(1)
            ? Number(scale, dimension) / core[1]
            : Number(scale, dimension) * core;
    }

    /// <summary>A number; whole ones are known to be whole.</summary>
    public static Expression Number(double value, Dimension dimension) =>
        dimension.IsNone && double.IsInteger(value) && Math.Abs(value) <= int.MaxValue
            ? Expression.Integer((long)value)
            : Expression.Constant(value, dimension);

    private static Expression? Multiplied(IEnumerable<Expression> terms)
    {
        Expression? product = null;
        foreach (var term in terms)
            product = product is null ? term : product * term;
        return product;
    }

    private static double Sign(double power) => power % 2 == 0 ? 1 : -1;

    private Dimension Total() => factors.Aggregate(Dimension, (d, f) => d * f.Base.Dimension.Power(f.Exponent));

    private void IncludeNumber(Expression number, double exponent)
    {
        var value = exponent == 1 ? number.Value : exponent == -1 ? 1 / number.Value : Math.Pow(number.Value, exponent);
        var scale = Scale * value;
        var lost = !double.IsFinite(value) || !double.IsFinite(scale) || scale == 0 && Scale != 0 && number.Value != 0;
        if (lost || !number.Dimension.TryPower(exponent, out var dimension))
        {
            IsSingular |= !double.IsFinite(value);
            AddFactor(number, exponent);
            return;
        }

        Scale = scale;
        Dimension *= dimension;
    }

    private void IncludeSum(Expression expression, double exponent)
    {
        var positive = Sum.Positive(expression);
        if (!ReferenceEquals(positive, expression))
            Scale *= Sign(exponent);
        AddFactor(positive, exponent);
    }

    // (c P)**e = c**e P**e where c**e is a number; P itself stays together, as a square of a product is cheaper so.
    private void IncludePowerOfProduct(Expression expression, double exponent)
    {
        var inner = Of(expression);
        if (inner.IsSingular)
        {
            AddFactor(expression, exponent);
            return;
        }

        if (inner.Scale < 0 && double.IsInteger(exponent))
        {
            inner.Scale = -inner.Scale;
            Scale *= Sign(exponent);
        }

        if (inner.Scale > 0 && inner.Dimension.TryPower(exponent, out _) && IsModest(inner.Scale, exponent))
        {
            IncludeNumber(Expression.Constant(inner.Scale, inner.Dimension), exponent);
            (inner.Scale, inner.Dimension) = (1, Dimension.None);
        }

        var isApart = inner.Scale == 1 && inner.Dimension.IsNone;
        if (isApart && inner.factors is [var only])
            Include(only.Build(), exponent);
        else if (!isApart || inner.factors.Count > 0)
            AddFactor(inner.Build(), exponent);
    }

    // (x/(1 nM))**8 is kept: 1e72 x**8 has no value in single precision. So is what would gain nothing.
    private static bool IsModest(double scale, double exponent) =>
        Math.Abs(exponent) <= 1 || Math.Abs(Math.Log10(scale) * exponent) <= 6;

    private void AddFactor(Expression factor, double exponent)
    {
        var place = factors.FindIndex(f => f.Base.Equals(factor));
        var sum = place < 0 ? exponent : Whole(factors[place].Exponent + exponent);
        if (place < 0 || !factor.Dimension.TryPower(sum, out _))
            factors.Add(new Factor(factor, exponent));
        else
            factors[place] = new Factor(factor, sum);
    }

    // 1/3 + 2/3 is meant to be 1.
    private static double Whole(double exponent) =>
        Math.Abs(exponent - Math.Round(exponent)) < 1e-14 ? Math.Round(exponent) : exponent;

    /// <summary>A base and its exponent.</summary>
    internal readonly record struct Factor(Expression Base, double Exponent)
    {
        /// <summary>Whether it is a sum to an odd power that costs no more with all signs changed.</summary>
        public bool IsFlippable => Exponent % 2 is 1 or -1 && Sum.IsFlippable(Base);

        /// <summary>Whether it is to be taken apart, now that its exponent has become a whole number.</summary>
        public bool IsLoose => Base.Operator switch
        {
            Operator.Multiply or Operator.Divide => Exponent is 1 or -1,
            Operator.Add or Operator.Subtract => double.IsInteger(Exponent)
                && !ReferenceEquals(Sum.Positive(Base), Base),
            _ => false,
        };

        /// <summary>Whether it is written below the line: what costs less there.</summary>
        public bool IsBelow => Exponent < 0 && double.IsInteger(8 * Exponent);

        public Factor Flipped() => new(Sum.Opposite(Base), Exponent);

        public Factor Inverse() => new(Base, -Exponent);

        public Expression Build()
        {
            // Halves, quarters and eighths of a power are roots.
            var (root, exponent) = (Base, Exponent);
            while (!double.IsInteger(exponent) && double.IsInteger(8 * Exponent))
                (root, exponent) = (Expression.Apply(Operator.Sqrt, root), 2 * exponent);
            return exponent == 1 ? root : Expression.Apply(Operator.Power, root, Number(exponent, Dimension.None));
        }
    }
}

namespace Isonomia.Modeling.Expressions.Simplification;

/// <summary>
/// Rewrites U/(exp(w) - 1), where w is a multiple of U, with exprel(w) = (exp(w) - 1)/w: the rates of Hodgkin and Huxley,
/// 0.1*(v + 40)/(1 - exp(-(v + 40)/10)), are 0/0 at one voltage as written, and lose their digits near it; as
/// 1/exprel(-0.1*(v + 40)) they are smooth. (exp(w) - 1)/U becomes a multiple of exprel(w) likewise.
/// </summary>
internal static class StableRates
{
    // Two numbers that people wrote to be the same differ by rounding only.
    private const double Rounding = 1e-13;

    /// <summary>Rewrites the factors of a product where they have this form.</summary>
    /// <returns>Whether they had.</returns>
    public static bool Apply(Product product)
    {
        var any = false;
        while (Find(product) is { } found)
        {
            var (rate, partner, argument, number) = found;
            var ratio = Ratio(argument, partner.Base)!;

            // One power of each goes: D/U = number ratio exprel(w).
            var exponent = Math.Sign(rate.Exponent);
            product.Remove(rate.Base, exponent);
            product.Remove(partner.Base, -exponent);
            product.Include(Expression.Constant(number), exponent);
            product.Include(ratio, exponent);
            product.Include(Expression.Apply(Operator.Exprel, argument), exponent);
            any = true;
        }

        return any;
    }

    private static (Product.Factor Rate, Product.Factor Partner, Expression Argument, double Number)? Find(
        Product product)
    {
        foreach (var rate in product.Factors)
        {
            if (!double.IsInteger(rate.Exponent) || rate.Exponent == 0 || Growth(rate.Base) is not { } growth)
                continue;
            foreach (var partner in product.Factors)
            {
                if (partner.Exponent * rate.Exponent <= -1 && Math.Abs(partner.Exponent) >= 1
                    && partner.Base.Operator != Operator.Constant
                    && Ratio(growth.Argument, partner.Base) is not null)
                {
                    return (rate, partner, growth.Argument, growth.Number);
                }
            }
        }

        return null;
    }

    // number (exp(argument) - 1).
    private static (Expression Argument, double Number)? Growth(Expression expression)
    {
        if (expression.Operator == Operator.Expm1)
            return (expression[0], 1);
        if (expression.Operator is not (Operator.Add or Operator.Subtract))
            return null;
        var sum = Sum.Of(expression);
        return sum.Terms is [{ Key.Operator: Operator.Exp } term] && Same(sum.Constant, -term.Coefficient)
            && expression.Dimension.IsNone
            ? (term.Key[0], term.Coefficient)
            : null;
    }

    // argument/partner where that is free of the partner: the partner is a factor of the argument, or a sum that is a
    // multiple of one.
    private static Expression? Ratio(Expression argument, Expression partner)
    {
        var product = Product.Of(argument);
        foreach (var factor in product.Factors)
        {
            if (factor.Exponent != 1 || Multiple(factor.Base, partner) is not { } multiple)
                continue;
            product.Remove(factor.Base, 1);
            product.Include(Expression.Constant(multiple, factor.Base.Dimension / partner.Dimension), 1);
            product.Settle();
            return product.Build();
        }

        return null;
    }

    private static double? Multiple(Expression x, Expression y)
    {
        if (x.Equals(y))
            return 1;
        if (!IsSum(x) || !IsSum(y))
            return null;
        var (a, b) = (Sum.Of(x), Sum.Of(y));
        if (a.Terms.Count != b.Terms.Count)
            return null;
        var ratio = a.Terms[0].Coefficient / b.Terms[0].Coefficient;
        for (var i = 0; i < a.Terms.Count; i++)
        {
            if (!a.Terms[i].Key.Equals(b.Terms[i].Key) || !Same(a.Terms[i].Coefficient, ratio * b.Terms[i].Coefficient))
                return null;
        }

        return Same(a.Constant, ratio * b.Constant) ? ratio : null;
    }

    private static bool IsSum(Expression x) => x.Operator is Operator.Add or Operator.Subtract;

    private static bool Same(double x, double y) => Math.Abs(x - y) <= Rounding * Math.Abs(x);
}

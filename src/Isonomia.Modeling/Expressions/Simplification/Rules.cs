namespace Isonomia.Modeling.Expressions.Simplification;

/// <summary>The simplification of one node whose operands are simple.</summary>
internal static class Rules
{
    /// <summary>The simple form of a node over simple operands.</summary>
    public static Expression Apply(Expression node, ReadOnlySpan<Expression> operands)
    {
        if (node is { Operator: Operator.Constant, Kind: ValueKind.Real })
            return Product.Number(node.Value, node.Dimension);
        if (operands.IsEmpty)
            return node;
        node = node.With(operands);
        if (node.Operator != Operator.Poisson && Fold(node) is { } value)
            return value;
        var x = node[0];
        switch (node.Operator)
        {
            case Operator.Add or Operator.Subtract:
                return Sum.Of(node).Build();
            case Operator.Negate or Operator.Multiply or Operator.Divide or Operator.Sqrt:
            case Operator.Power when node[1].Operator == Operator.Constant:
                return OfProduct(node);
            case Operator.Exp:
                return Exponential(x);
            case Operator.Log when x.Operator == Operator.Exp:
            case Operator.Log1p when x.Operator == Operator.Expm1:
            case Operator.Expm1 when x.Operator == Operator.Log1p:
                return x[0];
            case Operator.Abs:
                return Absolute(x);
            case Operator.Cos or Operator.Cosh:
                return Expression.Apply(node.Operator, WithoutSign(x));
            case Operator.Sin or Operator.Tan or Operator.Sinh or Operator.Tanh or Operator.Arcsin or Operator.Arctan
                when x.Operator == Operator.Negate:
                return -Expression.Apply(node.Operator, x[0]);
            case Operator.Floor or Operator.Ceil or Operator.ToInteger when x.Kind == ValueKind.Integer:
            case Operator.Floor or Operator.Ceil or Operator.ToInteger
                when x.Operator is Operator.Floor or Operator.Ceil && x.Dimension.IsNone:
                return x;
            case Operator.Minimum or Operator.Maximum:
                return x.Equals(node[1]) && x.Kind != ValueKind.Boolean ? x : node;
            case Operator.And or Operator.Or:
                return Logical(node);
            case Operator.Equal or Operator.NotEqual:
                return Ordered(node);
            case Operator.Not when x.Operator == Operator.Not && x[0].Kind == ValueKind.Boolean:
                return x[0];
            case Operator.Select:
                return Chosen(node);
            default:
                return node;
        }
    }

    /// <summary>exp of a simple argument.</summary>
    public static Expression Exponential(Expression x)
    {
        var power = Expression.Apply(Operator.Exp, x);
        return x.Operator == Operator.Log ? x[0] : Fold(power) ?? power;
    }

    /// <summary>The absolute value of a simple argument.</summary>
    public static Expression Absolute(Expression x) => x.Operator switch
    {
        Operator.Abs or Operator.Exp or Operator.Sqrt or Operator.Exprel => x,
        Operator.Power when x[1].Operator == Operator.Constant && x[1].Value % 2 == 0 => x,
        Operator.Negate => Absolute(x[0]),
        _ => Expression.Apply(Operator.Abs, WithoutSign(x)),
    };

    /// <summary>An expression where a number is meant: true and false are 1 and 0.</summary>
    public static Expression AsNumber(Expression x) =>
        x.Kind == ValueKind.Boolean ? Expression.Apply(Operator.ToInteger, x) : x;

    private static Expression OfProduct(Expression node)
    {
        var product = Product.Of(node);
        if (product.IsSingular)
            return node;
        if (StableRates.Apply(product))
            product.Settle();

        return AsNumber(product.Build());
    }

    // What is only numbers becomes a number, unless it has no finite value: that is left to show when it runs.
    private static Expression? Fold(Expression node)
    {
        foreach (var operand in node.Operands)
        {
            if (operand.Operator != Operator.Constant)
                return null;
        }

        var value = Arithmetic.Apply(node.Operator, node[0].Value, At(1), At(2));
        return !double.IsFinite(value) ? null
            : node.Kind == ValueKind.Boolean ? Expression.Boolean(value != 0)
            : Product.Number(value, node.Dimension);

        double At(int index) => index < node.Operands.Length ? node[index].Value : 0;
    }

    // The argument of an even function.
    private static Expression WithoutSign(Expression x)
    {
        if (x.Operator == Operator.Negate)
            return x[0];
        return x.Operator is Operator.Add or Operator.Subtract ? Sum.Positive(x) : x;
    }

    private static Expression Ordered(Expression node) => ExpressionOrder.Instance.Compare(node[0], node[1]) <= 0
        ? node
        : Expression.Apply(node.Operator, node[1], node[0]);

    private static Expression Logical(Expression node)
    {
        var absorbing = node.Operator == Operator.And ? 0 : 1;
        for (var i = 0; i < 2; i++)
        {
            if (node[i].Operator == Operator.Constant && node[1 - i].Kind == ValueKind.Boolean)
                return node[i].Value != 0 == (absorbing != 0) ? Expression.Boolean(absorbing != 0) : node[1 - i];
        }

        return node[0].Equals(node[1]) && node[0].Kind == ValueKind.Boolean ? node[0] : Ordered(node);
    }

    private static Expression Chosen(Expression node)
    {
        var (condition, yes, no) = (node[0], node[1], node[2]);
        var chosen = condition.Operator == Operator.Constant ? (condition.Value != 0 ? yes : no)
            : yes.Equals(no) ? yes
            : null;
        if (chosen is not null && (chosen.Kind == ValueKind.Boolean) == (node.Kind == ValueKind.Boolean))
            return chosen;
        return condition.Operator == Operator.Not
            ? Expression.Apply(Operator.Select, condition[0], no, yes)
            : node;
    }
}

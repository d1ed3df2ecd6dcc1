namespace Isonomia.Modeling.Expressions.Simplification;

/// <summary>
/// The order in which terms and factors are written: by operator (variables before functions), then by depth, then by
/// name, then by the first operands that differ. It depends on what expressions are, never on how or when they were built.
/// </summary>
internal sealed class ExpressionOrder : IComparer<Expression>
{
    public static ExpressionOrder Instance { get; } = new();

    public int Compare(Expression? x, Expression? y)
    {
        // Equal parts are told by their fingerprints, so this walks down one path only.
        while (x is not null && y is not null && !x.Equals(y))
        {
            var order = (x.Operator, x.Depth, x.Value, x.Kind).CompareTo((y.Operator, y.Depth, y.Value, y.Kind));
            if (order == 0)
                order = string.CompareOrdinal(x.Name, y.Name);
            if (order != 0)
                return order;
            var different = 0;
            while (different < x.Operands.Length && x[different].Equals(y[different]))
                different++;
            if (different == x.Operands.Length)
                return CompareDimensions(x, y);
            (x, y) = (x[different], y[different]);
        }

        return 0;
    }

    private static int CompareDimensions(Expression x, Expression y)
    {
        for (var i = 0; i < 7; i++)
        {
            var order = x.Dimension.Exponent(i).CompareTo(y.Dimension.Exponent(i));
            if (order != 0)
                return order;
        }

        return BitConverter.DoubleToInt64Bits(x.Value).CompareTo(BitConverter.DoubleToInt64Bits(y.Value));
    }
}

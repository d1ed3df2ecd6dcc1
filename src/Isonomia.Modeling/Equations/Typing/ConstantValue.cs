using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>The value of an exponent that is written with numbers only: 2, -0.5, 1/3.</summary>
internal static class ConstantValue
{
    /// <summary>The value, or null where the expression holds anything but numbers and basic arithmetic.</summary>
    public static double? Of(Expression expression)
    {
        if (expression.Operator == Operator.Constant)
            return expression.Value;
        if (expression.Operands.Length is not (1 or 2) || Of(expression[0]) is not { } x)
            return null;
        if (expression.Operands.Length == 1)
            return expression.Operator == Operator.Negate ? -x : null;
        if (Of(expression[1]) is not { } y)
            return null;
        return expression.Operator switch
        {
            Operator.Add => x + y,
            Operator.Subtract => x - y,
            Operator.Multiply => x * y,
            Operator.Divide when y != 0 => x / y,
            Operator.Power => Math.Pow(x, y),
            _ => null,
        };
    }
}

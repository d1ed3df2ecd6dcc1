using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Equations.Typing;

/// <content>Comparisons and what joins them.</content>
internal sealed partial class ExpressionTyper
{
    private Typed? TypeNot(ExpressionSyntax.Unary syntax) =>
        Type(syntax.Operand, null) is { } operand && RequireCondition(operand, syntax.Operand)
            ? new Typed(Expression.Apply(Operator.Not, operand.Value))
            : null;

    private Typed? TypeJunction(ExpressionSyntax.Binary syntax)
    {
        var (left, right) = (Type(syntax.Left, null), Type(syntax.Right, null));
        var fit = (left is null || RequireCondition(left, syntax.Left))
            & (right is null || RequireCondition(right, syntax.Right));
        return fit && left is not null && right is not null
            ? new Typed(Expression.Apply(
                syntax.Operator == "and" ? Operator.And : Operator.Or, left.Value, right.Value))
            : null;
    }

    private Typed? TypeComparison(ExpressionSyntax.Binary syntax)
    {
        Typed? left, right;
        if (HoldsSum(syntax.Left) && !HoldsSum(syntax.Right))
        {
            right = Type(syntax.Right, null);
            left = Type(syntax.Left, right is { IsBareNumber: false } ? right.Dimension : null);
        }
        else
        {
            left = Type(syntax.Left, null);
            right = Type(syntax.Right, left is { IsBareNumber: false } ? left.Dimension : null);
        }

        if (left is null || right is null)
            return null;
        Meet(left, right);
        var op = syntax.Operator switch
        {
            "<" => Operator.Less,
            "<=" => Operator.LessOrEqual,
            ">" => Operator.Greater,
            ">=" => Operator.GreaterOrEqual,
            "==" => Operator.Equal,
            _ => Operator.NotEqual,
        };

        // Two conditions may be equal, but neither is larger.
        if (left.IsBoolean && right.IsBoolean && op is (Operator.Equal or Operator.NotEqual))
            return new Typed(Expression.Apply(op, left.Value, right.Value));
        if (!(RequireNumber(left, syntax.Left) & RequireNumber(right, syntax.Right)))
            return null;
        (left, right) = (Counted(left), Counted(right));
        return HaveOneDimension([syntax.Left, syntax.Right], [left, right], left.Dimension,
                $"both sides of '{syntax.Operator}' have one unit") && RequireNoNoise(left, right, syntax)
            ? new Typed(Expression.Apply(op, left.Value, right.Value))
            : null;
    }
}

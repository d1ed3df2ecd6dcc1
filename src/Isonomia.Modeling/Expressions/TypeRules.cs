using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions;

/// <summary>The kind and dimension of an operation's result, from those of its operands.</summary>
internal static class TypeRules
{
    public static (ValueKind Kind, Dimension Dimension) Result(Operator op, ReadOnlySpan<Expression> x)
    {
        switch (op)
        {
            case Operator.Add or Operator.Subtract or Operator.Minimum or Operator.Maximum or Operator.Modulo:
                return (Wider(x[0], x[1]), x[0].Dimension);
            case Operator.Negate or Operator.Abs:
                return (x[0].Kind == ValueKind.Real ? ValueKind.Real : ValueKind.Integer, x[0].Dimension);
            case Operator.Multiply:
                return (Wider(x[0], x[1]), x[0].Dimension * x[1].Dimension);
            case Operator.Divide:
                return (ValueKind.Real, x[0].Dimension / x[1].Dimension);
            case Operator.FloorDivide:
                return (Wider(x[0], x[1]), x[0].Dimension / x[1].Dimension);
            case Operator.Power:
                return (Raised(x[0], x[1]), x[0].Dimension.IsNone || x[1].Operator != Operator.Constant
                    ? Dimension.None
                    : x[0].Dimension.Power(x[1].Value));
            case Operator.Sqrt:
                return (ValueKind.Real, x[0].Dimension.Power(0.5));
            case >= Operator.Less and <= Operator.Not:
                return (ValueKind.Boolean, Dimension.None);
            case Operator.Select:
                return (x[1].Kind == ValueKind.Boolean && x[2].Kind == ValueKind.Boolean
                    ? ValueKind.Boolean
                    : Wider(x[1], x[2]), x[1].Dimension);
            case Operator.ToInteger or Operator.Sign or Operator.Timestep:
                return (ValueKind.Integer, Dimension.None);
            case Operator.Floor or Operator.Ceil:
                return (ValueKind.Real, x[0].Dimension);
            case >= Operator.Exp and <= Operator.Arctan:
                return (ValueKind.Real, Dimension.None);
            default:
                throw new ArgumentException($"{op} is not applied to operands.", nameof(op));
        }
    }

    // A whole number to a whole power may be a fraction, unless the power is known not to be negative.
    private static ValueKind Raised(Expression x, Expression y) =>
        Wider(x, y) == ValueKind.Integer && y is { Operator: Operator.Constant, Value: >= 0 }
            ? ValueKind.Integer
            : ValueKind.Real;

    private static ValueKind Wider(Expression x, Expression y) =>
        x.Kind == ValueKind.Real || y.Kind == ValueKind.Real ? ValueKind.Real : ValueKind.Integer;
}

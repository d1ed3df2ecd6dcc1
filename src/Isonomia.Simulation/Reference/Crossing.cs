using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Reference;

/// <summary>Turns a condition into a function that is positive where it holds and changes sign where it begins to.</summary>
internal static class Crossing
{
    /// <summary>The function of a condition: v &gt; X becomes v - X, "and" the smaller of two, "or" the larger.</summary>
    /// <param name="condition">A boolean expression.</param>
    public static Expression Of(Expression condition) => condition.Operator switch
    {
        Operator.Greater or Operator.GreaterOrEqual => condition[0] - condition[1],
        Operator.Less or Operator.LessOrEqual => condition[1] - condition[0],
        Operator.And => Expression.Apply(Operator.Minimum, Of(condition[0]), Of(condition[1])),
        Operator.Or => Expression.Apply(Operator.Maximum, Of(condition[0]), Of(condition[1])),
        Operator.Not => -Of(condition[0]),
        _ => Expression.Apply(Operator.Select, condition, Expression.Integer(1), Expression.Integer(-1)),
    };
}

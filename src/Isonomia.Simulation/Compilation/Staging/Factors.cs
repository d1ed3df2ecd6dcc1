using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// A product sorted by stage: (shared by all cells) x (constant of a cell) x (what changes from step to step in each
/// cell); null is 1.
/// </summary>
internal sealed record Factors(Expression? Shared, Expression? Cell, Expression? Lane)
{
    public static readonly Expression MinusOne = Expression.Constant(-1);

    public Factors Times(Factors other) => new(
        Multiply(Shared, other.Shared), Multiply(Cell, other.Cell), Multiply(Lane, other.Lane));

    public Factors Over(Factors other) => new(
        Divide(Shared, other.Shared), Divide(Cell, other.Cell), Divide(Lane, other.Lane));

    public Factors Negated() => this with { Shared = Multiply(MinusOne, Shared) };

    public static Expression? Multiply(Expression? x, Expression? y)
    {
        if (x is null || y is null)
            return x ?? y;
        if (x.Operator == Operator.Constant && y.Operator == Operator.Constant)
            return Expression.Constant(x.Value * y.Value, x.Dimension * y.Dimension);
        return x * y;
    }

    private static Expression? Divide(Expression? x, Expression? y)
    {
        if (y is null)
            return x;
        x ??= Expression.Constant(1);
        if (x.Operator == Operator.Constant && y.Operator == Operator.Constant)
            return Expression.Constant(x.Value / y.Value, x.Dimension / y.Dimension);
        return x / y;
    }
}

using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Tests.Compilation;

/// <summary>Random expressions of x, y and z, of every operator that has no draw in it.</summary>
internal static class RandomExpressions
{
    public static readonly Operator[] OfNumbers =
    [
        Operator.Negate, Operator.Add, Operator.Subtract, Operator.Multiply, Operator.Divide, Operator.Minimum,
        Operator.Maximum, Operator.Sqrt, Operator.Abs, Operator.Floor, Operator.Ceil, Operator.ToInteger, Operator.Exp,
        Operator.Expm1, Operator.Exprel, Operator.Log, Operator.Log1p, Operator.Log10, Operator.Sinh, Operator.Cosh,
        Operator.Tanh, Operator.Timestep,
    ];

    public static readonly Operator[] OfTruth =
    [
        Operator.Less, Operator.LessOrEqual, Operator.Greater, Operator.GreaterOrEqual, Operator.Equal,
        Operator.NotEqual,
    ];

    public static Expression Number(Random random, int depth)
    {
        if (depth == 0 || random.Next(8) == 0)
        {
            return random.Next(4) == 0
                ? Expression.Constant(Math.Round(random.NextDouble() * 8 - 4, 2))
                : Expression.Variable(ExpressionLoop.Names[random.Next(3)], default);
        }

        if (random.Next(8) == 0)
        {
            return Expression.Apply(
                Operator.Select, Truth(random, depth - 1), Number(random, depth - 1), Number(random, depth - 1));
        }

        var op = OfNumbers[random.Next(OfNumbers.Length)];
        return Expression.Arity(op) == 1
            ? Expression.Apply(op, Number(random, depth - 1))
            : Expression.Apply(op, Number(random, depth - 1), Number(random, depth - 1));
    }

    public static Expression Truth(Random random, int depth) => random.Next(depth > 0 ? 4 : 1) switch
    {
        1 => Expression.Apply(Operator.And, Truth(random, depth - 1), Truth(random, depth - 1)),
        2 => Expression.Apply(Operator.Or, Truth(random, depth - 1), Truth(random, depth - 1)),
        3 => Expression.Apply(Operator.Not, Truth(random, depth - 1)),
        _ => Expression.Apply(OfTruth[random.Next(OfTruth.Length)], Number(random, depth), Number(random, depth)),
    };

    public static double[][] Inputs(Random random, int count) => [.. ExpressionLoop.Names.Select(_ =>
        Enumerable.Range(0, count).Select(_ => random.Next(10) == 0
            ? random.Next(-3, 4)
            : (double)(float)((random.NextDouble() - 0.5) * Math.Pow(10, random.NextDouble() * 3 - 1))).ToArray())];
}

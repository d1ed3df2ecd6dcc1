using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

/// <summary>Random expressions whose dimensions are right, and random values of their variables.</summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly Dimension[] Dimensions =
        [Dimension.None, Dimension.Voltage, Dimension.Time, Dimension.Conductance];

    private static readonly Operator[] Functions =
    [
        Operator.Exp, Operator.Expm1, Operator.Exprel, Operator.Log, Operator.Log1p, Operator.Log10, Operator.Sin,
        Operator.Cos, Operator.Tan, Operator.Sinh, Operator.Cosh, Operator.Tanh, Operator.Arcsin, Operator.Arccos,
        Operator.Arctan,
    ];

    private readonly System.Random random = new(seed);

    /// <summary>12 for smooth operators only, 15 with kinks and choices, 17 for all.</summary>
    public int Variety { get; init; } = 17;

    public Expression Real(int depth) => Real(Dimensions[random.Next(Dimensions.Length)], depth);

    public Expression Real(Dimension dimension, int depth)
    {
        if (depth <= 1)
            return Leaf(dimension);
        switch (random.Next(Variety))
        {
            case 0 or 1:
                return Real(dimension, depth - 1) + Real(dimension, depth - 1);
            case 2 or 3:
                return Real(dimension, depth - 1) - Real(dimension, depth - 1);
            case 4 or 5:
                var factor = Some();
                return Real(factor, depth - 1) * Real(dimension / factor, depth - 1);
            case 6 or 7:
                var divisor = Some();
                return Real(dimension * divisor, depth - 1) / Real(divisor, depth - 1);
            case 8:
                return -Real(dimension, depth - 1);
            case 9:
                double exponent = random.Next(4) switch { 0 => 2, 1 => 3, 2 => -1, _ => 0.5 };
                return dimension.TryPower(1 / exponent, out var root)
                    ? Expression.Apply(Operator.Power, Real(root, depth - 1), double.IsInteger(exponent)
                        ? Expression.Integer((long)exponent) : Expression.Constant(exponent))
                    : Leaf(dimension);
            case 10:
                return Expression.Apply(Operator.Sqrt, Real(dimension.Power(2), depth - 1));
            case 11 when dimension.IsNone:
                return Expression.Apply(Functions[random.Next(Functions.Length)], Real(dimension, depth - 1));
            case 12:
                return Expression.Apply(
                    Operator.Select, Condition(depth - 1), Real(dimension, depth - 1), Real(dimension, depth - 1));
            case 13:
                return Expression.Apply(random.Next(2) == 0 ? Operator.Minimum : Operator.Maximum,
                    Real(dimension, depth - 1), Real(dimension, depth - 1));
            case 14:
                return Expression.Apply(Operator.Abs, Real(dimension, depth - 1));
            case 15:
                return Expression.Apply(Operator.Modulo, Real(dimension, depth - 1), Real(dimension, depth - 1));
            case 16 when dimension.IsNone:
                var inner = Some();
                return random.Next(4) switch
                {
                    0 => Expression.Apply(Operator.ToInteger, Condition(depth - 1)),
                    1 => Expression.Apply(Operator.Sign, Real(inner, depth - 1)),
                    2 => Expression.Apply(Operator.Floor, Real(dimension, depth - 1)),
                    _ => Expression.Apply(Operator.FloorDivide, Real(inner, depth - 1), Real(inner, depth - 1)),
                };
            default:
                return Leaf(dimension);
        }
    }

    public Expression Condition(int depth) => depth <= 1 ? Expression.Variable("b", Dimension.None, ValueKind.Boolean)
        : random.Next(4) switch
        {
            0 => Expression.Apply(Operator.Not, Condition(depth - 1)),
            1 => Expression.Apply(
                random.Next(2) == 0 ? Operator.And : Operator.Or, Condition(depth - 1), Condition(depth - 1)),
            2 => Compared(Some(), depth),
            _ => Expression.Variable(random.Next(2) == 0 ? "b" : "c", Dimension.None, ValueKind.Boolean),
        };

    /// <summary>Values of variables; often small whole numbers, where special cases meet, unless they may not be.</summary>
    public Func<string, double> Values(bool areGeneric = false)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        return name =>
        {
            if (!values.TryGetValue(name, out var value))
            {
                value = name is "b" or "c" ? random.Next(2)
                    : name == "i" || !areGeneric && random.Next(5) == 0 ? random.Next(-2, 3) : random.NextDouble() * 4 - 2;
                values[name] = value;
            }

            return value;
        };
    }

    private Expression Compared(Dimension dimension, int depth) => Expression.Apply(
        (Operator)random.Next((int)Operator.Less, (int)Operator.NotEqual + 1),
        Real(dimension, depth - 1), Real(dimension, depth - 1));

    private Dimension Some() => Dimensions[random.Next(Dimensions.Length)];

    private Expression Leaf(Dimension dimension)
    {
        var choice = random.Next(10);
        if (choice < 3)
        {
            double[] numbers = [0, 1, -1, 2, 0.5, -3, 10, 0.05];
            var number = numbers[random.Next(numbers.Length)];
            return dimension.IsNone && double.IsInteger(number) && random.Next(2) == 0
                ? Expression.Integer((long)number)
                : Expression.Constant(number, dimension);
        }

        if (choice == 3 && Variety > 12 && dimension.IsNone)
            return Expression.Variable("i", dimension, ValueKind.Integer);
        return Expression.Variable("xyz"[random.Next(3)] + "_" + dimension.ToString().Replace(' ', '_'), dimension);
    }
}

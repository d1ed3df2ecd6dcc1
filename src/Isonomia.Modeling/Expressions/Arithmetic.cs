namespace Isonomia.Modeling.Expressions;

/// <summary>
/// What each operator means, on doubles: the reference for all code that is made from expressions. False and true are 0
/// and 1, and what is not 0 is true. Division and remainder are those of Python and NumPy.
/// </summary>
public static class Arithmetic
{
    /// <summary>Applies an operator that is neither a leaf nor a draw.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand, where there is one.</param>
    /// <param name="z">The third operand, where there is one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The operator is a leaf or a draw.</exception>
    public static double Apply(Operator op, double x, double y = 0, double z = 0) => op switch
    {
        Operator.Negate => -x,
        Operator.Add => x + y,
        Operator.Subtract => x - y,
        Operator.Multiply => x * y,
        Operator.Divide => x / y,
        Operator.FloorDivide => FloorDivide(x, y),
        Operator.Modulo => Modulo(x, y),
        Operator.Power => Math.Pow(x, y),
        Operator.Less => x < y ? 1 : 0,
        Operator.LessOrEqual => x <= y ? 1 : 0,
        Operator.Greater => x > y ? 1 : 0,
        Operator.GreaterOrEqual => x >= y ? 1 : 0,
        Operator.Equal => x == y ? 1 : 0,
        Operator.NotEqual => x != y ? 1 : 0,
        Operator.And => x != 0 && y != 0 ? 1 : 0,
        Operator.Or => x != 0 || y != 0 ? 1 : 0,
        Operator.Not => x == 0 ? 1 : 0,
        Operator.Select => x != 0 ? y : z,
        Operator.Minimum => Math.Min(x, y),
        Operator.Maximum => Math.Max(x, y),
        Operator.ToInteger => Math.Truncate(x),
        Operator.Exp => Math.Exp(x),
        Operator.Expm1 => Expm1(x),
        Operator.Exprel => Exprel(x),
        Operator.Log => Math.Log(x),
        Operator.Log1p => Log1p(x),
        Operator.Log10 => Math.Log10(x),
        Operator.Sqrt => Math.Sqrt(x),
        Operator.Abs => Math.Abs(x),
        Operator.Sign => double.IsNaN(x) ? x : Math.Sign(x),
        Operator.Floor => Math.Floor(x),
        Operator.Ceil => Math.Ceiling(x),
        Operator.Sin => Math.Sin(x),
        Operator.Cos => Math.Cos(x),
        Operator.Tan => Math.Tan(x),
        Operator.Sinh => Math.Sinh(x),
        Operator.Cosh => Math.Cosh(x),
        Operator.Tanh => Math.Tanh(x),
        Operator.Arcsin => Math.Asin(x),
        Operator.Arccos => Math.Acos(x),
        Operator.Arctan => Math.Atan(x),
        Operator.Timestep => Timestep(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "It is not applied to operands."),
    };

    /// <summary>x % y: the remainder with the sign of y; not a number where y is 0.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    public static double Modulo(double x, double y)
    {
        var rest = x % y;
        if (rest == 0)
            return Math.CopySign(0, y);
        return rest < 0 != y < 0 ? rest + y : rest;
    }

    /// <summary>x // y: the quotient rounded towards minus infinity, consistent with <see cref="Modulo"/>.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    public static double FloorDivide(double x, double y)
    {
        if (y == 0 || !double.IsFinite(x))
            return x / y;

        // The remainder is exact, so the quotient is a whole number but for one rounding.
        var rest = x % y;
        var quotient = (x - rest) / y;
        return Math.Round(rest != 0 && rest < 0 != y < 0 ? quotient - 1 : quotient);
    }

    /// <summary>exp(x) - 1 without cancellation (W. Kahan's rounding-error correction).</summary>
    /// <param name="x">The exponent.</param>
    public static double Expm1(double x)
    {
        if (!(Math.Abs(x) < 1))
            return Math.Exp(x) - 1;
        var power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>(exp(x) - 1)/x, 1 at 0.</summary>
    /// <param name="x">The exponent.</param>
    public static double Exprel(double x)
    {
        if (!(Math.Abs(x) < 1))
            return double.IsPositiveInfinity(x) ? x : (Math.Exp(x) - 1) / x;
        var power = Math.Exp(x);
        return power == 1 ? 1 + x / 2 : (power - 1) / Math.Log(power);
    }

    /// <summary>log(1 + x) without cancellation (W. Kahan's rounding-error correction).</summary>
    /// <param name="x">What is added to 1.</param>
    public static double Log1p(double x)
    {
        if (!(Math.Abs(x) < 1))
            return Math.Log(1 + x);
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>
    /// The number of whole steps in a time, with a thousandth of a step to spare for rounding, as Brian 2 counts them:
    /// floor((x + dt/1000)/dt).
    /// </summary>
    /// <param name="x">The time.</param>
    /// <param name="dt">The step.</param>
    public static double Timestep(double x, double dt) => Math.Floor((x + 1e-3 * dt) / dt);
}

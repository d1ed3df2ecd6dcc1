namespace Isonomia.Modeling.Expressions;

/// <summary>What a node of an expression does with its operands.</summary>
public enum Operator
{
    /// <summary>A number; no operands.</summary>
    Constant,

    /// <summary>A named variable, parameter or built-in (t, dt, i, N, lastspike, not_refractory); no operands.</summary>
    Variable,

    /// <summary>White noise xi of a name, in second^-1/2; gone once an integrator has been chosen; no operands.</summary>
    Noise,

    /// <summary>A standard normal draw of a named site, new for each cell and step; no operands.</summary>
    Normal,

    /// <summary>A draw from [0, 1) of a named site, new for each cell and step; no operands.</summary>
    Uniform,

    /// <summary>A Poisson draw of a named site, new for each cell and step; one operand, the mean.</summary>
    Poisson,

    /// <summary>-x.</summary>
    Negate,

    /// <summary>x + y.</summary>
    Add,

    /// <summary>x - y.</summary>
    Subtract,

    /// <summary>x * y.</summary>
    Multiply,

    /// <summary>x / y, always real.</summary>
    Divide,

    /// <summary>x // y: the quotient rounded towards minus infinity.</summary>
    FloorDivide,

    /// <summary>x % y: the remainder with the sign of y.</summary>
    Modulo,

    /// <summary>x ** y.</summary>
    Power,

    /// <summary>x &lt; y.</summary>
    Less,

    /// <summary>x &lt;= y.</summary>
    LessOrEqual,

    /// <summary>x &gt; y.</summary>
    Greater,

    /// <summary>x &gt;= y.</summary>
    GreaterOrEqual,

    /// <summary>x == y.</summary>
    Equal,

    /// <summary>x != y.</summary>
    NotEqual,

    /// <summary>x and y.</summary>
    And,

    /// <summary>x or y.</summary>
    Or,

    /// <summary>not x.</summary>
    Not,

    /// <summary>The second operand where the first is true, else the third.</summary>
    Select,

    /// <summary>The smaller of two.</summary>
    Minimum,

    /// <summary>The larger of two.</summary>
    Maximum,

    /// <summary>A boolean as 0 or 1, a real truncated towards zero (Brian 2's int).</summary>
    ToInteger,

    /// <summary>e to the power of x.</summary>
    Exp,

    /// <summary>exp(x) - 1, accurate near 0.</summary>
    Expm1,

    /// <summary>(exp(x) - 1)/x, 1 at 0.</summary>
    Exprel,

    /// <summary>Natural logarithm.</summary>
    Log,

    /// <summary>log(1 + x), accurate near 0.</summary>
    Log1p,

    /// <summary>Decimal logarithm.</summary>
    Log10,

    /// <summary>Square root.</summary>
    Sqrt,

    /// <summary>Absolute value.</summary>
    Abs,

    /// <summary>-1, 0 or 1.</summary>
    Sign,

    /// <summary>Largest whole number not above x.</summary>
    Floor,

    /// <summary>Smallest whole number not below x.</summary>
    Ceil,

    /// <summary>Sine.</summary>
    Sin,

    /// <summary>Cosine.</summary>
    Cos,

    /// <summary>Tangent.</summary>
    Tan,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Inverse sine.</summary>
    Arcsin,

    /// <summary>Inverse cosine.</summary>
    Arccos,

    /// <summary>Inverse tangent.</summary>
    Arctan,

    /// <summary>The number of whole steps y in a time x, robust to rounding (Brian 2's timestep).</summary>
    Timestep,
}

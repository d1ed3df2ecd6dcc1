using System.Collections.Immutable;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions;

/// <summary>
/// An immutable typed expression, in SI base units: the one tree from which derivatives are taken and code is made.
/// Two expressions are equal when they are built alike; equality compares 128-bit fingerprints of the structure, which
/// makes it constant in time however much is shared (among a million different expressions some two agree by chance with
/// probability 10^-27). Draws carry the name of their site, so that two calls of randn() stay two.
/// </summary>
/// <remarks>Operands are not checked for their dimensions here: whoever builds from people's text has done so.</remarks>
public sealed class Expression : IEquatable<Expression>
{
    private readonly Fingerprint fingerprint;

    private Expression(
        Operator op, ValueKind kind, Dimension dimension, double value, string name, ImmutableArray<Expression> operands)
    {
        Operator = op;
        Kind = kind;
        Dimension = dimension;
        Value = value;
        Name = name;
        Operands = operands;
        foreach (var operand in operands)
            Depth = Math.Max(Depth, operand.Depth);
        Depth++;
        fingerprint = Identify();
    }

    /// <summary>What it does with its operands.</summary>
    public Operator Operator { get; }

    /// <summary>Real, integer or boolean.</summary>
    public ValueKind Kind { get; }

    /// <summary>Its dimension; none for integers and booleans.</summary>
    public Dimension Dimension { get; }

    /// <summary>The value of a constant in SI base units (true is 1); else 0.</summary>
    public double Value { get; }

    /// <summary>The name of a variable, a noise or a draw's site; else empty.</summary>
    public string Name { get; }

    /// <summary>What it is applied to.</summary>
    public ImmutableArray<Expression> Operands { get; }

    /// <summary>The length of the longest path to a leaf, 1 for a leaf.</summary>
    public int Depth { get; }

    /// <summary>What <see cref="Simplification.Sum.Positive"/> has found, kept: the same for the same expression.</summary>
    internal Expression? Positive { get; set; }

    /// <summary>What <see cref="Simplification.Sum.Opposite"/> has found, kept likewise.</summary>
    internal Expression? Opposite { get; set; }

    /// <summary>What <see cref="Simplifier"/> has made of it, kept: the same for the same expression.</summary>
    internal Expression? Simple { get; set; }

    /// <summary>The operand at a position.</summary>
    /// <param name="index">Position, from 0.</param>
    public Expression this[int index] => Operands[index];

    /// <summary>Whether it is a constant of that value.</summary>
    /// <param name="value">The value in SI base units.</param>
    public bool IsConstant(double value) => Operator == Operator.Constant && Value == value;

    /// <summary>A number.</summary>
    /// <param name="value">Its value in SI base units.</param>
    /// <param name="dimension">Its dimension.</param>
    public static Expression Constant(double value, Dimension dimension = default) =>
        new(Operator.Constant, ValueKind.Real, dimension, value, "", []);

    /// <summary>A whole number.</summary>
    /// <param name="value">Its value.</param>
    public static Expression Integer(long value) =>
        new(Operator.Constant, ValueKind.Integer, Dimension.None, value, "", []);

    /// <summary>True or false.</summary>
    /// <param name="value">Its value.</param>
    public static Expression Boolean(bool value) =>
        new(Operator.Constant, ValueKind.Boolean, Dimension.None, value ? 1 : 0, "", []);

    /// <summary>A named variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="dimension">Its dimension.</param>
    /// <param name="kind">Real, integer or boolean.</param>
    public static Expression Variable(string name, Dimension dimension, ValueKind kind = ValueKind.Real)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new Expression(Operator.Variable, kind, dimension, 0, name, []);
    }

    /// <summary>White noise, in second^-1/2: xi where the name is empty, else xi_name.</summary>
    /// <param name="name">What follows "xi_".</param>
    public static Expression Noise(string name) =>
        new(Operator.Noise, ValueKind.Real, Dimension.Time.Power(-0.5), 0, name, []);

    /// <summary>A standard normal draw.</summary>
    /// <param name="site">The name of the place that draws: the same name is the same number.</param>
    public static Expression Normal(string site) =>
        new(Operator.Normal, ValueKind.Real, Dimension.None, 0, site, []);

    /// <summary>A draw from [0, 1).</summary>
    /// <param name="site">The name of the place that draws: the same name is the same number.</param>
    public static Expression Uniform(string site) =>
        new(Operator.Uniform, ValueKind.Real, Dimension.None, 0, site, []);

    /// <summary>A Poisson draw.</summary>
    /// <param name="site">The name of the place that draws.</param>
    /// <param name="mean">Its mean.</param>
    public static Expression Poisson(string site, Expression mean) =>
        new(Operator.Poisson, ValueKind.Integer, Dimension.None, 0, site, [mean]);

    /// <summary>An operator or a function applied to operands; the result's kind and dimension follow from them.</summary>
    /// <param name="op">Any but the leaves and <see cref="Operator.Poisson"/>.</param>
    /// <param name="operands">As many as the operator takes.</param>
    /// <exception cref="ArgumentException">The operator is a leaf, or the number of operands is wrong.</exception>
    public static Expression Apply(Operator op, params ReadOnlySpan<Expression> operands)
    {
        var count = Arity(op);
        if (operands.Length != count)
            throw new ArgumentException($"{op} takes {count} operands, not {operands.Length}.", nameof(operands));
        var (kind, dimension) = TypeRules.Result(op, operands);
        return new Expression(op, kind, dimension, 0, "", [.. operands]);
    }

    /// <summary>x + y.</summary>
    public static Expression operator +(Expression x, Expression y) => Apply(Operator.Add, x, y);

    /// <summary>x - y.</summary>
    public static Expression operator -(Expression x, Expression y) => Apply(Operator.Subtract, x, y);

    /// <summary>x y.</summary>
    public static Expression operator *(Expression x, Expression y) => Apply(Operator.Multiply, x, y);

    /// <summary>x / y.</summary>
    public static Expression operator /(Expression x, Expression y) => Apply(Operator.Divide, x, y);

    /// <summary>-x.</summary>
    public static Expression operator -(Expression x) => Apply(Operator.Negate, x);

    /// <summary>The same node over other operands; itself when they are the same.</summary>
    /// <param name="operands">As many as before.</param>
    public Expression With(ReadOnlySpan<Expression> operands)
    {
        if (operands.SequenceEqual(Operands.AsSpan()))
            return this;
        return Operator == Operator.Poisson ? Poisson(Name, operands[0]) : Apply(Operator, operands);
    }

    /// <inheritdoc/>
    public bool Equals(Expression? other) => other is not null && fingerprint.Is(other.fingerprint);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => fingerprint.Hash;

    /// <summary>The number of operands of an operator; 0 for leaves.</summary>
    /// <param name="op">The operator.</param>
    public static int Arity(Operator op) => op switch
    {
        <= Operator.Uniform => 0,
        Operator.Select => 3,
        Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.FloorDivide
            or Operator.Modulo or Operator.Power or Operator.And or Operator.Or or Operator.Minimum
            or Operator.Maximum or Operator.Timestep or (>= Operator.Less and <= Operator.NotEqual) => 2,
        _ => 1,
    };

    private Fingerprint Identify()
    {
        var identity = new Fingerprint();
        identity.Add((ulong)Operator | (ulong)Kind << 8 | (ulong)Name.Length << 16);
        identity.Add(BitConverter.DoubleToUInt64Bits(Value));
        identity.Add(Dimension);
        identity.Add(Name);
        foreach (var operand in Operands)
            identity.Add(operand.fingerprint);
        return identity;
    }
}

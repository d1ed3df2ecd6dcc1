using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>
/// What a part of an expression means: a value and, in a differential equation, the factors of the noises added to it.
/// </summary>
/// <param name="Value">The part without noise; a zero of the right dimension where there is nothing else.</param>
internal sealed record Typed(Expression Value)
{
    public static readonly ImmutableSortedDictionary<string, Expression> NoNoise =
        ImmutableSortedDictionary.Create<string, Expression>(StringComparer.Ordinal);

    /// <summary>For each noise by name what multiplies it.</summary>
    public ImmutableSortedDictionary<string, Expression> Noise { get; init; } = NoNoise;

    /// <summary>Whether it was written with nothing but numbers and units.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>
    /// Unit symbols such as C or m that stand alone, without a number: perhaps they are names that someone forgot to
    /// define.
    /// </summary>
    public ImmutableArray<ExpressionSyntax.Name> LooseUnits { get; init; } = [];

    public Dimension Dimension => Value.Dimension;

    public bool IsNoisy => !Noise.IsEmpty;

    public bool IsBoolean => Value.Kind == ValueKind.Boolean;

    public bool IsBareNumber => IsLiteral && Dimension.IsNone;

    // A zero that only stands for the missing drift of a pure noise.
    private bool IsOnlyNoise => IsNoisy && Value.IsConstant(0);

    /// <summary>White noise of a name.</summary>
    public static Typed WhiteNoise(string name)
    {
        var dimension = Dimension.Time.Power(-0.5);
        return new Typed(Expression.Constant(0, dimension)) { Noise = NoNoise.Add(name, Expression.Constant(1)) };
    }

    /// <summary>The sum or difference of two terms of one dimension.</summary>
    public static Typed Sum(Typed left, Typed right, bool subtract)
    {
        var second = subtract ? right.Scaled(x => -x) : right;
        var value = left.IsOnlyNoise && right.IsNoisy ? second.Value
            : left.IsOnlyNoise ? second.Value
            : right.IsOnlyNoise ? left.Value
            : subtract ? left.Value - right.Value : left.Value + right.Value;
        var noise = left.Noise;
        foreach (var (name, factor) in second.Noise)
            noise = noise.SetItem(name, noise.TryGetValue(name, out var first) ? first + factor : factor);
        return new Typed(value) { Noise = noise, IsLiteral = left.IsLiteral && right.IsLiteral };
    }

    /// <summary>The same linear operation on value and noise factors.</summary>
    /// <param name="operation">What is done; it takes zero to zero.</param>
    public Typed Scaled(Func<Expression, Expression> operation)
    {
        var value = operation(Value);
        return new Typed(IsOnlyNoise ? Expression.Constant(0, value.Dimension) : value)
        {
            Noise = Noise.IsEmpty ? NoNoise
                : Noise.Select(n => KeyValuePair.Create(n.Key, operation(n.Value)))
                    .ToImmutableSortedDictionary(StringComparer.Ordinal),
            IsLiteral = IsLiteral,
        };
    }
}

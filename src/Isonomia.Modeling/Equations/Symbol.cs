using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations;

/// <summary>A name in a model and what it stands for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="ValueKind">Real, integer or boolean.</param>
public sealed record Symbol(string Name, SymbolKind Kind, Dimension Dimension, ValueKind ValueKind = ValueKind.Real)
{
    /// <summary>Whether it is a subexpression with white noise, which only differential equations may use.</summary>
    public bool HasNoise { get; init; }

    /// <summary>The expression that reads it.</summary>
    public Expression Read => Expression.Variable(Name, Dimension, ValueKind);
}

using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>A differential equation as the choice of its integrator sees it.</summary>
/// <param name="Equation">The equation as written.</param>
/// <param name="Drift">Its right side without noise, subexpressions put in.</param>
/// <param name="Noise">The factor of each noise, subexpressions put in.</param>
/// <param name="Reads">The states that the drift reads.</param>
/// <param name="NoiseReads">The states that the noise factors read.</param>
/// <param name="OwnRate">
/// The coefficient of the state itself, where the drift is linear in it with everything else held; else null.
/// </param>
/// <param name="IsHeld">Whether the state stands still while its cell is refractory.</param>
internal sealed record StateEquation(
    Equation Equation, Expression Drift, ImmutableSortedDictionary<string, Expression> Noise,
    ImmutableHashSet<string> Reads, ImmutableHashSet<string> NoiseReads, Expression? OwnRate, bool IsHeld)
{
    /// <summary>The state's name.</summary>
    public string Name => Equation.Name;

    /// <summary>Whether the drift is linear in the state itself, with everything else held.</summary>
    public bool IsConditionallyLinear => OwnRate is not null;

    /// <summary>The expression that reads the state.</summary>
    public Expression Read => Equation.Symbol.Read;
}

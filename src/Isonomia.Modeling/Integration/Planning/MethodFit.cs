using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>Whether a method can step a block, and why not.</summary>
internal static class MethodFit
{
    /// <summary>Whether a state's equation is linear in it with a coefficient that depends on other states.</summary>
    public static bool HasChangingDecay(StateEquation state) =>
        state.OwnRate is { } rate && FreeVariables.Any(rate, state.Reads);

    /// <summary>Whether noise is multiplied by a state anywhere in a block.</summary>
    public static bool HasMultiplicativeNoise(ImmutableArray<StateEquation> block) =>
        block.Any(s => s.NoiseReads.Count > 0);

    /// <summary>Whether every noise commutes with the others, so that Milstein's step needs no double integrals.</summary>
    public static bool IsDiagonal(ImmutableArray<StateEquation> block) => block.All(s => Tangle(block, s) is null);

    /// <summary>Why a method does not fit an equation of a block, for people; null where it does.</summary>
    public static string? Objection(
        IntegrationMethod method, ImmutableArray<StateEquation> block, StateEquation state) => method switch
        {
            IntegrationMethod.ExponentialEuler or IntegrationMethod.ExponentialMidpoint =>
                !state.IsConditionallyLinear ? $"its right side is not linear in {state.Name}"
                : state.NoiseReads.Count > 0 ? "its noise is multiplied by states"
                : null,
            IntegrationMethod.ExponentialRungeKutta4 =>
                state.NoiseReads.Count > 0 ? "its noise is multiplied by states" : null,
            IntegrationMethod.RungeKutta2 or IntegrationMethod.RungeKutta4 =>
                state.Noise.IsEmpty ? null : "it has noise",
            IntegrationMethod.Milstein => Tangle(block, state),
            _ => null,
        };

    private static string? Tangle(ImmutableArray<StateEquation> block, StateEquation state)
    {
        if (state.Noise.Count > 1)
            return "it has more than one noise";
        var other = block.FirstOrDefault(s => state.NoiseReads.Contains(s.Name)
            && s.Noise.Keys.Any(n => !state.Noise.ContainsKey(n)));
        return other is null ? null : $"its noise is multiplied by {other.Name}, which has another noise";
    }
}

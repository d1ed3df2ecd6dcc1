using System.Numerics;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>How far a fixed point is from losing its stability, and how it would.</summary>
/// <param name="Margin">
/// How fast the slowest deviation decays, in 1/s: minus the largest real part of a root; negative for an unstable one.
/// </param>
/// <param name="Kind">Which instability is nearest.</param>
/// <param name="FrequencyHz">The frequency of the deviation that decays most slowly; 0 for a saddle-node.</param>
/// <param name="Root">The root itself, in 1/s.</param>
public sealed record Stability(double Margin, InstabilityKind Kind, double FrequencyHz, Complex Root)
{
    /// <summary>Whether every small deviation decays.</summary>
    public bool IsStable => Margin > 0;

    /// <summary>The stability of a fixed point.</summary>
    /// <param name="field">The field near it.</param>
    public static Stability Of(LinearField field)
    {
        var root = CharacteristicRoots.Rightmost(field, 4)[0];
        return new Stability(-root.Real, root.Imaginary == 0 ? InstabilityKind.SaddleNode : InstabilityKind.Hopf,
            root.Imaginary / (2 * Math.PI), root);
    }
}

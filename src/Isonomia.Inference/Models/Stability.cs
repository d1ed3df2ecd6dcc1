namespace Isonomia.Inference.Models;

/// <summary>How far a steady state is from losing its stability, and to what.</summary>
/// <param name="Margin">
/// Damping of the least damped linear mode in 1/s: minus the greatest real part of the characteristic roots. Positive
/// for a stable state, zero at the boundary.
/// </param>
/// <param name="Kind"><c>saddle-node</c> where that mode does not oscillate, <c>hopf</c> where it does.</param>
/// <param name="FrequencyHz">At which frequency it oscillates, in Hz.</param>
public readonly record struct Stability(double Margin, string Kind, double FrequencyHz)
{
    /// <summary>A mode that only grows or decays.</summary>
    public const string SaddleNode = "saddle-node";

    /// <summary>A mode that oscillates.</summary>
    public const string Hopf = "hopf";

    /// <summary>Whether all modes decay.</summary>
    public bool IsStable => Margin > 0;
}

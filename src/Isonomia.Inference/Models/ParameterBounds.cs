namespace Isonomia.Inference.Models;

/// <summary>Limits of a parameter, given those before it, and where samplers put the origin of its coordinate.</summary>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public readonly record struct ParameterBounds(double Low, double High)
{
    /// <summary>
    /// A second upper limit; infinite unless set. Both are approached smoothly, so that a posterior has no kink where
    /// one overtakes the other.
    /// </summary>
    public double Ceiling { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// How far the origin of the parameter's coordinate moves with the parameters before it. It changes no probability; it
    /// lays ridges straight along which parameters grow together.
    /// </summary>
    public double Shift { get; init; }

    /// <summary>From limit to limit.</summary>
    public double Width => High - Low;

    /// <summary>Whether a value lies within.</summary>
    public bool Holds(double value) => value >= Low && value <= High && value <= Ceiling;
}

namespace Isonomia.Inference.Models;

/// <summary>Limits of a parameter, given those before it.</summary>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public readonly record struct ParameterBounds(double Low, double High)
{
    /// <summary>From limit to limit.</summary>
    public double Width => High - Low;
}

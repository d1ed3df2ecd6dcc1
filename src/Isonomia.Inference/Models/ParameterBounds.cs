namespace Isonomia.Inference.Models;

/// <summary>Limits of a parameter, and how they move with one that comes before it.</summary>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public readonly record struct ParameterBounds(double Low, double High)
{
    /// <summary>Which earlier parameter moves them; negative for none.</summary>
    public int MovedBy { get; init; } = -1;

    /// <summary>Derivative of the lower limit by that parameter.</summary>
    public double LowSlope { get; init; }

    /// <summary>Derivative of the upper limit by that parameter.</summary>
    public double HighSlope { get; init; }

    /// <summary>From limit to limit.</summary>
    public double Width => High - Low;

    /// <summary>How the width grows with that parameter.</summary>
    public double WidthSlope => HighSlope - LowSlope;
}

namespace Isonomia.Inference.Models;

/// <summary>How the limits of a parameter move with each of those before it; zero on entry.</summary>
/// <param name="low">Slopes of <see cref="ParameterBounds.Low"/>.</param>
/// <param name="high">Slopes of <see cref="ParameterBounds.High"/>.</param>
/// <param name="ceiling">Slopes of <see cref="ParameterBounds.Ceiling"/>.</param>
/// <param name="shift">Slopes of <see cref="ParameterBounds.Shift"/>.</param>
public readonly ref struct BoundSlopes(Span<double> low, Span<double> high, Span<double> ceiling, Span<double> shift)
{
    /// <summary>Slopes of the lower limit.</summary>
    public Span<double> Low { get; } = low;

    /// <summary>Slopes of the upper limit.</summary>
    public Span<double> High { get; } = high;

    /// <summary>Slopes of the second upper limit.</summary>
    public Span<double> Ceiling { get; } = ceiling;

    /// <summary>Slopes of the coordinate's origin.</summary>
    public Span<double> Shift { get; } = shift;
}

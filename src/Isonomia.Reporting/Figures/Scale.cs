namespace Isonomia.Reporting.Figures;

/// <summary>Places values along an axis of a figure.</summary>
/// <param name="low">Value at the beginning.</param>
/// <param name="high">Value at the end.</param>
/// <param name="from">Coordinate of the beginning, in the figure's units.</param>
/// <param name="to">Coordinate of the end; less than <paramref name="from"/> on a rising vertical axis.</param>
public abstract class Scale(double low, double high, double from, double to)
{
    /// <summary>Value at the beginning.</summary>
    public double Low { get; } = low;

    /// <summary>Value at the end.</summary>
    public double High { get; } = high;

    /// <summary>Coordinate of the beginning.</summary>
    public double From { get; } = from;

    /// <summary>Coordinate of the end.</summary>
    public double To { get; } = to;

    /// <summary>The coordinate of a value; outside the axis where the value is, NaN where it has no place.</summary>
    public abstract double At(double value);

    /// <summary>Marks at round values, about as many labels as asked for.</summary>
    public abstract IReadOnlyList<Tick> Ticks(int about);
}

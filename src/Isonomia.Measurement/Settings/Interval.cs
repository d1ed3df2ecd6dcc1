namespace Isonomia.Measurement.Settings;

/// <summary>An interval with both ends included: of frequencies (Hz), of window lengths (s), of values.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether a value lies in the interval, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <inheritdoc/>
    public override string ToString() => $"{Low}:{High}";
}

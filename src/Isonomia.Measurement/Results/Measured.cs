namespace Isonomia.Measurement.Results;

/// <summary>
/// A number that was measured, with its uncertainty where the method defines one; or the reason why there is none.
/// Never NaN in disguise.
/// </summary>
public readonly record struct Measured
{
    private Measured(double value, string? why)
    {
        Value = value;
        Why = why;
    }

    /// <summary>The value; NaN exactly when <see cref="Why"/> is set.</summary>
    public double Value { get; private init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Why { get; private init; }

    /// <summary>Standard error, where the method defines one.</summary>
    public double? StandardError { get; init; }

    /// <summary>95 % confidence interval, where the method defines one.</summary>
    public (double Low, double High)? Confidence95 { get; init; }

    /// <summary>Whether there is a value.</summary>
    public bool IsDefined => Why is null;

    /// <summary>A value. A number that is not finite becomes undefined, with a reason that says so.</summary>
    public static Measured Of(double value) => double.IsFinite(value)
        ? new Measured(value, null)
        : new Measured(double.NaN, "the computation gave no finite number");

    /// <summary>A value with its standard error and the interval of 1.96 of them on either side.</summary>
    public static Measured Of(double value, double standardError) => Of(value) is { IsDefined: true } m && double.IsFinite(standardError)
        ? m with { StandardError = standardError, Confidence95 = (value - 1.96 * standardError, value + 1.96 * standardError) }
        : Of(value);

    /// <summary>No value, and why.</summary>
    public static Measured Undefined(string why) => new(double.NaN, why);
}

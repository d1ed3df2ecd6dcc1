using System.Globalization;

namespace Isonomia.Validation.Climbing;

/// <summary>Which values are accepted: from <see cref="Lower"/> to <see cref="Upper"/>, both included.</summary>
public sealed record Criterion
{
    private Criterion(double lower, double upper, string text) => (Lower, Upper, Text) = (lower, upper, text);

    /// <summary>The least value that is accepted; negative infinity where there is none.</summary>
    public double Lower { get; }

    /// <summary>The largest value that is accepted; positive infinity where there is none.</summary>
    public double Upper { get; }

    /// <summary>As it is said: <c>± 5 %</c>, <c>≥ 250</c>, <c>15 to 30</c>.</summary>
    public string Text { get; }

    /// <summary>So far from a value on either side.</summary>
    public static Criterion Within(double value, double tolerance) =>
        new(value - tolerance, value + tolerance, $"± {Say(tolerance)}");

    /// <summary>So many per cent of a value on either side.</summary>
    public static Criterion WithinPercent(double value, double percent)
    {
        var tolerance = Math.Abs(value) * percent / 100;
        return new(value - tolerance, value + tolerance, $"± {Say(percent)} %");
    }

    /// <summary>This much or more.</summary>
    public static Criterion AtLeast(double lower) => new(lower, double.PositiveInfinity, $"≥ {Say(lower)}");

    /// <summary>This much or less.</summary>
    public static Criterion AtMost(double upper) => new(double.NegativeInfinity, upper, $"≤ {Say(upper)}");

    /// <summary>From one value to another.</summary>
    public static Criterion Between(double lower, double upper) =>
        new(lower, upper, $"{Say(lower)} to {Say(upper)}");

    /// <summary>Whether a value is accepted; what is not a number never is.</summary>
    public bool Accepts(double value) => value >= Lower && value <= Upper;

    private static string Say(double value) => value.ToString("G6", CultureInfo.InvariantCulture).Replace('-', '−');
}

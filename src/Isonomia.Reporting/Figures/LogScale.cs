using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>Equal ratios are equal lengths. Both ends are above zero.</summary>
public sealed class LogScale : Scale
{
    private static readonly int[] AllDigits = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    /// <summary>Which digits of a decade are labelled, the most first: the first set that fits is taken.</summary>
    private static readonly int[][] Labelled = [AllDigits, [1, 2, 3, 4, 5, 7], [1, 2, 5], [1, 3], [1]];

    private readonly double logLow, unitsPerDecade;

    /// <summary>A scale from one positive value to another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not above zero.</exception>
    public LogScale(double low, double high, double from, double to) : base(low, high, from, to)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(high);
        logLow = Math.Log10(low);
        unitsPerDecade = (to - from) / (Math.Log10(high) - logLow);
    }

    /// <summary>A scale over positive values with a little room on both sides.</summary>
    public static LogScale Over(double low, double high, double from, double to)
    {
        if (!(low > 0 && high >= low && double.IsFinite(high)))
            (low, high) = (0.1, 1);
        var room = Math.Pow(high / low, 0.04) * (high > low * 1.2 ? 1 : 1.5);
        return new LogScale(low / room, high * room, from, to);
    }

    /// <inheritdoc/>
    public override double At(double value) =>
        value > 0 ? From + (Math.Log10(value) - logLow) * unitsPerDecade : double.NaN;

    /// <inheritdoc/>
    public override IReadOnlyList<Tick> Ticks(int about)
    {
        var decades = Math.Log10(High) - logLow;
        var every = Math.Max(1, (int)Math.Ceiling(decades / about));
        var places = Places(every > 1 ? [1] : AllDigits).ToArray();
        var labelled = Labelled.FirstOrDefault(d => places.Count(p => d.Contains(p.Digit)) <= about + 1) ?? [1];
        return [.. places.Select(p => new Tick(
            p.Digit * Math.Pow(10, p.Power),
            labelled.Contains(p.Digit) && p.Power % every == 0 ? Label(p.Digit, p.Power) : null))];
    }

    private IEnumerable<(int Digit, int Power)> Places(int[] digits)
    {
        for (var power = (int)Math.Floor(logLow); power <= Math.Ceiling(Math.Log10(High)); power++)
        {
            foreach (var digit in digits)
            {
                var value = digit * Math.Pow(10, power);
                if (value >= Low * (1 - 1e-9) && value <= High * (1 + 1e-9))
                    yield return (digit, power);
            }
        }
    }

    private static string Label(int digit, int power) => digit == 1
        ? NumberText.PowerOfTen(power)
        : NumberText.Significant(digit * Math.Pow(10, power));
}

using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>Equal ratios are equal lengths. Both ends are above zero.</summary>
public sealed class LogScale : Scale
{
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
        var ticks = new List<Tick>();
        for (var power = (int)Math.Floor(logLow); power <= Math.Ceiling(Math.Log10(High)); power++)
        {
            for (var digit = 1; digit <= 9; digit++)
            {
                var value = digit * Math.Pow(10, power);
                if (value < Low * (1 - 1e-9) || value > High * (1 + 1e-9) || (digit > 1 && every > 1))
                    continue;
                ticks.Add(new Tick(value, IsLabelled(digit, decades) && power % every == 0 ? Label(digit, power) : null));
            }
        }

        return ticks;
    }

    private static bool IsLabelled(int digit, double decades) =>
        digit == 1 || decades < 0.7 || (decades < 2.2 && digit is 2 or 5);

    private static string Label(int digit, int power) => digit == 1
        ? NumberText.PowerOfTen(power)
        : NumberText.Significant(digit * Math.Pow(10, power));
}

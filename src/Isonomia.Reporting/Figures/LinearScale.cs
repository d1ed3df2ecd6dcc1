using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>Equal differences are equal lengths.</summary>
public sealed class LinearScale(double low, double high, double from, double to) : Scale(low, high, from, to)
{
    /// <summary>
    /// A scale over values with a margin of a twentieth on both sides; one around the value when all agree.
    /// </summary>
    public static LinearScale Over(double low, double high, double from, double to)
    {
        if (!(low <= high))
            (low, high) = (0, 1);
        var margin = high > low ? (high - low) / 20 : Math.Max(Math.Abs(low) / 10, 0.5);
        return new LinearScale(low - margin, high + margin, from, to);
    }

    /// <inheritdoc/>
    public override double At(double value) => From + (value - Low) / (High - Low) * (To - From);

    /// <inheritdoc/>
    public override IReadOnlyList<Tick> Ticks(int about)
    {
        var step = Step((High - Low) / Math.Max(1, about));
        var decimals = Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 10);
        var ticks = new List<Tick>();
        for (var i = Math.Ceiling(Low / step - 1e-9); i * step <= High + step * 1e-9; i++)
            ticks.Add(new Tick(i * step, NumberText.Fixed(i * step, decimals)));
        return ticks;
    }

    // The least of 1, 2, 2.5 and 5 times a power of ten that is no smaller.
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return (least / power) switch
        {
            <= 1.0001 => power,
            <= 2.0001 => 2 * power,
            <= 5.0001 => 5 * power,
            _ => 10 * power,
        };
    }
}

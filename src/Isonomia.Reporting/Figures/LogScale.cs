using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>Equal ratios are equal lengths. Both ends are above zero.</summary>
public sealed class LogScale : Scale
{
    /// <summary>Which digits of a decade are labelled, the most first: the first set that fits is taken.</summary>
    private static readonly int[][] Labelled =
        [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 5, 7], [1, 2, 5], [1, 3], [1]];

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
        var places = Places(every > 1 ? Labelled[^1] : Labelled[0]);
        var labelled = Array.Find(Labelled, digits => places.Count(p => digits.Contains(p.Digit)) <= about + 1)
            ?? Labelled[^1];
        return [.. places.Select(p => new Tick(
            p.Value, labelled.Contains(p.Digit) && p.Power % every == 0 ? p.Label : null))];
    }

    private List<Place> Places(int[] digits)
    {
        var places = new List<Place>();
        for (var power = (int)Math.Floor(logLow); power <= Math.Ceiling(Math.Log10(High)); power++)
        {
            foreach (var digit in digits)
            {
                var place = new Place(digit, power);
                if (place.Value >= Low * (1 - 1e-9) && place.Value <= High * (1 + 1e-9))
                    places.Add(place);
            }
        }

        return places;
    }

    private sealed record Place(int Digit, int Power)
    {
        public double Value => Digit * Math.Pow(10, Power);

        public string Label => Digit == 1 ? NumberText.PowerOfTen(Power) : NumberText.Significant(Value);
    }
}

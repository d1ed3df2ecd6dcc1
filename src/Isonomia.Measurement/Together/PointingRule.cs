using Isonomia.Measurement.Biomarkers;

namespace Isonomia.Measurement.Together;

/// <summary>How it is told which way a marker points.</summary>
public static class PointingRule
{
    /// <summary>The share of channels that must lie on one side of neutral for a marker to point there.</summary>
    public const double Clear = 0.75;

    /// <summary>Which way a marker points by itself; it must be defined in half of the channels that could give it.</summary>
    /// <param name="values">What channels gave.</param>
    /// <param name="possible">How many could have.</param>
    /// <param name="neutral">The value that favours neither; null where there is none.</param>
    /// <param name="moreExcitation">Which way more excitation moves it.</param>
    public static Pointing Of(
        IReadOnlyCollection<double> values, int possible, double? neutral, Direction? moreExcitation)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || neutral is not { } middle)
            return Pointing.Nowhere;
        var above = values.Count(v => v > middle);
        if (Math.Max(above, values.Count - above) < Clear * values.Count || values.Count * 2 < possible)
            return Pointing.Undecided;
        var isAbove = above * 2 >= values.Count;
        return isAbove == (moreExcitation != Direction.Falls) ? Pointing.Excitation : Pointing.Inhibition;
    }
}

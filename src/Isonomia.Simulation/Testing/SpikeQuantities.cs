using Isonomia.Modeling.Models;

namespace Isonomia.Simulation.Testing;

/// <summary>What a test looks at of a cell's spikes.</summary>
internal static class SpikeQuantities
{
    /// <summary>A quantity; NaN where there are too few spikes for it.</summary>
    /// <param name="quantity">One of spikes.</param>
    /// <param name="spikes">The times of the spikes, in seconds, ascending.</param>
    /// <param name="seconds">The time observed.</param>
    public static double Of(ObservedQuantity quantity, IReadOnlyList<double> spikes, double seconds)
    {
        double[] intervals = [.. spikes.Skip(1).Select((t, i) => t - spikes[i])];
        return quantity switch
        {
            ObservedQuantity.Spikes => spikes.Count,
            ObservedQuantity.Rate => spikes.Count / seconds,
            ObservedQuantity.FirstSpike => spikes.Count > 0 ? spikes[0] : double.NaN,
            ObservedQuantity.LastSpike => spikes.Count > 0 ? spikes[^1] : double.NaN,
            _ when intervals.Length < 2 => double.NaN,
            ObservedQuantity.Adaptation => intervals[^1] / intervals[0],
            ObservedQuantity.IntervalVariation => Variation(intervals),
            ObservedQuantity.IntervalRatio => intervals.Max() / intervals.Min(),
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "No quantity of spikes."),
        };
    }

    private static double Variation(double[] intervals)
    {
        var mean = intervals.Average();
        return Math.Sqrt(intervals.Average(i => (i - mean) * (i - mean))) / mean;
    }
}

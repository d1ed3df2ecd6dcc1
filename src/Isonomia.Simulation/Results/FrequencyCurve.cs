using System.Collections.Immutable;
using Isonomia.Modeling.Units;

namespace Isonomia.Simulation.Results;

/// <summary>
/// How fast a cell fires at constant input (its f-I curve), one cell a value of the input, all run side by side.
/// </summary>
/// <param name="Input">The variable that was varied.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Points">The curve, in the order of the inputs.</param>
/// <param name="Duration">How long each was simulated, in seconds.</param>
public sealed record FrequencyCurve(
    string Input, Dimension Dimension, ImmutableArray<FrequencyPoint> Points, double Duration)
{
    /// <summary>The curve of a population whose cell i was given the i-th input.</summary>
    /// <param name="input">The variable that was varied.</param>
    /// <param name="dimension">Its dimension.</param>
    /// <param name="values">The inputs, in SI base units.</param>
    /// <param name="population">What the cells did.</param>
    public static FrequencyCurve Of(
        string input, Dimension dimension, ReadOnlySpan<double> values, PopulationResult population)
    {
        ArgumentNullException.ThrowIfNull(population);
        var points = ImmutableArray.CreateBuilder<FrequencyPoint>(values.Length);
        var trains = population.Trains();
        for (var i = 0; i < values.Length; i++)
        {
            var intervals = PopulationResult.Intervals(trains[i]);
            // The second half of the intervals has forgotten how the run began.
            var steady = intervals.AsSpan(intervals.Length / 2);
            var sum = 0.0;
            foreach (var interval in steady)
                sum += interval;
            points.Add(new FrequencyPoint(values[i], trains[i].Length / population.Duration,
                intervals.Length > 0 ? 1 / intervals[0] : null, steady.Length > 0 ? steady.Length / sum : null,
                trains[i].Length > 0 ? trains[i][0] : null));
        }

        return new FrequencyCurve(input, dimension, points.MoveToImmutable(), population.Duration);
    }
}

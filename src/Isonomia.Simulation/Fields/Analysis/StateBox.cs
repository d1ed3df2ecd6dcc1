using System.Collections.Immutable;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>Within which states fixed points are looked for: an interval for each state, in SI base units.</summary>
/// <param name="Low">The lower ends.</param>
/// <param name="High">The upper ends, above the lower.</param>
public sealed record StateBox(ImmutableArray<double> Low, ImmutableArray<double> High)
{
    // Steps of the walk that finds out how large the states are, and how far beyond it the box reaches.
    private const int Steps = 20_000;
    private const double Margin = 2;

    // A field may rest far from where it goes from its initial values.
    private const double FarReach = 16;

    /// <summary>How many times farther out fixed points are looked for too; 1 for a box that is meant as it is.</summary>
    public double Reach { get; init; } = 1;

    /// <summary>The widths of the intervals.</summary>
    public ImmutableArray<double> Widths => [.. Low.Zip(High, (low, high) => high - low)];

    /// <summary>
    /// A box around where the states go from their initial values without noise, three times the range that they cross
    /// or their own size, which reaches farther. Delayed values are taken as present here: only the size matters.
    /// </summary>
    /// <param name="functions">The field's equations.</param>
    /// <param name="parameters">The parameters' values.</param>
    public static StateBox Around(RegionFunctions functions, ReadOnlySpan<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(functions);
        double[] states = [.. functions.Initial];
        var (low, high) = ((double[])states.Clone(), (double[])states.Clone());
        Walk(functions, parameters, states, low, high);
        return new StateBox(Spread(low, high, -1), Spread(low, high, 1)) { Reach = FarReach };
    }

    // Goes along without noise and widens the range, until it would leave the numbers.
    private static void Walk(
        RegionFunctions functions, ReadOnlySpan<double> parameters, double[] states, double[] low, double[] high)
    {
        var n = states.Length;
        var (slope, slopes, middle) = (new double[n], new double[n * n], new double[n]);
        for (var step = 0; step < Steps; step++)
        {
            // A third of the fastest time, by the largest slope of a state in itself.
            functions.SteadySlopes(parameters, states, slope, slopes);
            var fastest = 1e-9;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    fastest = Math.Max(fastest, Math.Sqrt(Math.Abs(slopes[(i * n) + j] * slopes[(j * n) + i])));
            }

            var dt = 1 / (3 * fastest);
            for (var i = 0; i < n; i++)
                middle[i] = states[i] + (dt / 2 * slope[i]);
            functions.Drift(parameters, middle, slope);
            for (var i = 0; i < n; i++)
            {
                var next = states[i] + (dt * slope[i]);
                if (!double.IsFinite(next))
                    return;
                states[i] = next;
                (low[i], high[i]) = (Math.Min(low[i], next), Math.Max(high[i], next));
            }
        }
    }

    /// <summary>The box that is as wide as this one reaches.</summary>
    public StateBox Whole() => new(
        [.. Low.Zip(High, (low, high) => ((low + high) / 2) - (Reach * (high - low) / 2))],
        [.. Low.Zip(High, (low, high) => ((low + high) / 2) + (Reach * (high - low) / 2))]);

    private static ImmutableArray<double> Spread(double[] low, double[] high, int sign)
    {
        var result = new double[low.Length];
        for (var i = 0; i < low.Length; i++)
        {
            var range = high[i] - low[i];
            var size = Math.Max(Math.Abs(low[i]), Math.Abs(high[i]));
            var width = range > 0 ? Math.Max(range, size) : Math.Max(size, 1e-3);
            result[i] = ((low[i] + high[i]) / 2) + (sign * width * (0.5 + (Margin / 2)));
        }

        return [.. result];
    }
}

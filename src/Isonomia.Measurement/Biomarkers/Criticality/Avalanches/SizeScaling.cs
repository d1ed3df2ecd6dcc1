using Isonomia.Numerics.Fitting;

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>
/// How the mean size of avalanches grows with their duration: the slope of its logarithm on that of the duration, over
/// durations of two bins or more that enough avalanches have. 2 for a critical branching process.
/// </summary>
public static class SizeScaling
{
    /// <summary>Fewer avalanches of a duration make no mean.</summary>
    public const int Fewest = 10;

    private const int Shortest = 2;

    /// <summary>The exponent gamma; NaN where fewer than three durations have enough avalanches.</summary>
    /// <param name="sizes">The size of each avalanche.</param>
    /// <param name="durations">The duration of each, in bins.</param>
    public static double Exponent(IReadOnlyList<int> sizes, IReadOnlyList<int> durations)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(durations);
        var sums = new Dictionary<int, (long Sum, int Count)>();
        for (var i = 0; i < sizes.Count; i++)
        {
            var (sum, count) = sums.GetValueOrDefault(durations[i]);
            sums[durations[i]] = (sum + sizes[i], count + 1);
        }

        var kept = sums.Where(s => s.Key >= Shortest && s.Value.Count >= Fewest).OrderBy(s => s.Key).ToArray();
        if (kept.Length < 3)
            return double.NaN;
        double[] x = [.. kept.Select(k => Math.Log(k.Key))];
        double[] y = [.. kept.Select(k => Math.Log((double)k.Value.Sum / k.Value.Count))];
        return LeastSquares.Line(x, y).Slope;
    }
}

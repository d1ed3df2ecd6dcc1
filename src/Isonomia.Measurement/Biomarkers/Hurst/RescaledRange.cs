using Isonomia.Measurement.Biomarkers.Hurst.Kernels;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Fitting;
using MathNet.Numerics;

namespace Isonomia.Measurement.Biomarkers.Hurst;

/// <summary>
/// Hurst's rescaled range: the range of the sums of a window about its mean, over its standard deviation, grows as the
/// length to the power H. In short windows it does so even of white noise; the slope is therefore that of its logarithm
/// less that of white noise's expectation (Anis and Lloyd 1976, doi:10.1093/biomet/63.1.111), plus a half.
/// </summary>
internal static class RescaledRange
{
    /// <summary>The exponent; NaN where fewer than three lengths fit.</summary>
    public static double Exponent(
        double[] samples, IReadOnlyList<SampleRange> runs, IReadOnlyList<int> sizes)
    {
        var profiles = Profiles(samples, runs);
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var size in sizes)
        {
            var mean = Mean(samples, runs, profiles, size);
            if (!(mean > 0))
                continue;
            x.Add(Math.Log(size));
            y.Add(Math.Log(mean / OfWhiteNoise(size)));
        }

        if (x.Count < 3)
            return double.NaN;
        var line = LeastSquares.Line(x.ToArray(), y.ToArray());
        return 0.5 + line.Slope;
    }

    /// <summary>Mean of the rescaled ranges of windows of one length; NaN where none varies.</summary>
    public static double Mean(double[] samples, IReadOnlyList<SampleRange> runs, int size) =>
        Mean(samples, runs, Profiles(samples, runs), size);

    /// <summary>What white noise has on average in windows of n.</summary>
    public static double OfWhiteNoise(int n)
    {
        var sum = 0.0;
        for (var i = 1; i < n; i++)
            sum += Math.Sqrt((n - i) / (double)i);
        var front = n <= 340
            ? Math.Exp(SpecialFunctions.GammaLn((n - 1) / 2.0) - SpecialFunctions.GammaLn(n / 2.0)) / Math.Sqrt(Math.PI)
            : 1 / Math.Sqrt(n * Math.PI / 2);
        return (n - 0.5) / n * front * sum;
    }

    private static double[][] Profiles(double[] samples, IReadOnlyList<SampleRange> runs) =>
        [.. runs.Select(r => ProfileFluctuation.Profile(samples.AsSpan(r.First, r.Count)))];

    private static double Mean(double[] samples, IReadOnlyList<SampleRange> runs, double[][] profiles, int size)
    {
        var (sum, count) = (0.0, 0);
        for (var r = 0; r < runs.Count; r++)
        {
            for (var first = 0; first + size <= runs[r].Count; first += size)
            {
                var value = RangeOfSums.Rescaled(samples.AsSpan(runs[r].First + first, size),
                    profiles[r].AsSpan(first, size), first == 0 ? 0 : profiles[r][first - 1]);
                if (double.IsNaN(value))
                    continue;
                sum += value;
                count++;
            }
        }

        return sum / count;
    }
}

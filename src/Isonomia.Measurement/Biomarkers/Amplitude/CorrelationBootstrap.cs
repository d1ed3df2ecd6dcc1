using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// How uncertain a correlation over overlapping windows is: blocks of successive windows are drawn with replacement
/// (Künsch 1989, doi:10.1214/aos/1176347265; the series closed to a circle), since windows that share samples err
/// together.
/// </summary>
internal static class CorrelationBootstrap
{
    private const int Replicates = 1000;
    private const double WindowsLong = 4;

    /// <summary>Standard error and 95 % interval of the correlation of x and y, the same at every call.</summary>
    public static (double Error, double Low, double High) Of(double[] x, double[] y, WindowGrid grid)
    {
        var count = x.Length;
        var block = Math.Min((int)Math.Ceiling(WindowsLong * grid.Size / grid.Hop), Math.Max(1, count / 3));
        var sums = new RunningSums(x, y, block);
        var draws = new RandomStream(0, "functional ratio bootstrap");
        var starts = new int[(count + block - 1) / block];
        var correlations = new double[Replicates];
        for (var r = 0; r < Replicates; r++)
        {
            draws.FillBelow(starts, count);
            correlations[r] = sums.Correlation(starts);
        }

        Array.Sort(correlations);
        return (
            Descriptive.StandardDeviation(correlations, ddof: 1),
            Descriptive.Percentile(correlations, 2.5),
            Descriptive.Percentile(correlations, 97.5));
    }

    /// <summary>Sums over any block at the cost of a subtraction; the series are standardised first.</summary>
    private sealed class RunningSums
    {
        private readonly double[][] sums;
        private readonly int block;

        public RunningSums(double[] x, double[] y, int block)
        {
            this.block = block;
            var (mx, my) = (Descriptive.Mean(x), Descriptive.Mean(y));
            var (sx, sy) = (Descriptive.StandardDeviation(x), Descriptive.StandardDeviation(y));
            sums = [.. Enumerable.Range(0, 5).Select(_ => new double[x.Length + block + 1])];
            for (var i = 0; i < x.Length + block; i++)
            {
                var (a, b) = ((x[i % x.Length] - mx) / sx, (y[i % x.Length] - my) / sy);
                double[] items = [a, b, a * a, b * b, a * b];
                for (var k = 0; k < items.Length; k++)
                    sums[k][i + 1] = sums[k][i] + items[k];
            }
        }

        public double Correlation(int[] starts)
        {
            Span<double> total = stackalloc double[5];
            for (var k = 0; k < total.Length; k++)
            {
                var running = sums[k];
                var sum = 0.0;
                foreach (var start in starts)
                    sum += running[start + block] - running[start];
                total[k] = sum / (starts.Length * block);
            }

            var (xx, yy) = (total[2] - (total[0] * total[0]), total[3] - (total[1] * total[1]));
            return (total[4] - (total[0] * total[1])) / Math.Sqrt(xx * yy);
        }
    }
}

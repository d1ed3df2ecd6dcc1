namespace Isonomia.Restoration.Optimising;

/// <summary>
/// A Gaussian process over the unit cube with the kernel of Matern of smoothness 5/2 (Rasmussen &amp; Williams 2006, eq. 4.17:
/// (1 + r + r^2/3) exp(-r), r = sqrt(5) distance/length). Values are standardised; length and noise are those of the greatest
/// marginal likelihood on a grid. Immutable; n^3 to build, n^2 a prediction.
/// </summary>
public sealed class GaussianProcess
{
    private static readonly double[] Lengths = [0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.9, 1.4];
    private static readonly double[] Noises = [1e-6, 1e-4, 1e-3, 1e-2, 0.05, 0.2];

    private readonly double[][] points;
    private readonly double[][] factor;
    private readonly double[] weights;
    private readonly double mean;
    private readonly double scale;

    private GaussianProcess(double[][] points, double[] standard, double mean, double scale, double length, double noise)
    {
        (this.points, this.mean, this.scale, Length, Noise) = (points, mean, scale, length, noise);
        factor = Factor(points, length, noise);
        var half = Forward(standard);
        LogLikelihood = -0.5 * half.Sum(v => v * v) - factor.Select((row, i) => Math.Log(row[i])).Sum()
            - (0.5 * points.Length * Math.Log(2 * Math.PI));
        weights = Backward(half);
    }

    /// <summary>The length over which values go together, of the cube's edge 1.</summary>
    public double Length { get; }

    /// <summary>The variance of noise as a share of that of the values.</summary>
    public double Noise { get; }

    /// <summary>The logarithm of the marginal likelihood of the standardised values.</summary>
    public double LogLikelihood { get; }

    /// <summary>Fits a process.</summary>
    /// <param name="points">Points in the unit cube.</param>
    /// <param name="values">What was found there.</param>
    /// <exception cref="ArgumentException">There are fewer than two points, or not as many values.</exception>
    public static GaussianProcess Fit(double[][] points, double[] values)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(values);
        if (points.Length < 2 || points.Length != values.Length)
            throw new ArgumentException($"{points.Length} points and {values.Length} values make no process", nameof(points));
        var middle = values.Average();
        var unit = Math.Max(1e-12, Math.Sqrt(values.Average(v => (v - middle) * (v - middle))));
        var standard = values.Select(v => (v - middle) / unit).ToArray();
        return (from length in Lengths from noise in Noises select new GaussianProcess(points, standard, middle, unit, length, noise))
            .MaxBy(p => p.LogLikelihood)!;
    }

    /// <summary>A process of a given length and noise.</summary>
    internal static GaussianProcess Of(double[][] points, double[] values, double length, double noise) =>
        new(points, values, 0, 1, length, noise);

    /// <summary>What is expected at a point, and the standard deviation of what lies under the noise there.</summary>
    /// <param name="point">The point.</param>
    public (double Mean, double Deviation) At(double[] point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var cross = points.Select(p => Kernel(p, point, Length)).ToArray();
        var expected = cross.Zip(weights, (k, w) => k * w).Sum();
        var explained = Forward(cross).Sum(v => v * v);
        return (mean + (scale * expected), scale * Math.Sqrt(Math.Max(0, 1 - explained)));
    }

    private static double Kernel(double[] a, double[] b, double length)
    {
        var squares = 0.0;
        for (var i = 0; i < a.Length; i++)
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        var r = Math.Sqrt(5 * squares) / length;
        return (1 + r + (r * r / 3)) * Math.Exp(-r);
    }

    private static double[][] Factor(double[][] points, double length, double noise)
    {
        var root = new double[points.Length][];
        for (var i = 0; i < points.Length; i++)
        {
            root[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                var rest = Kernel(points[i], points[j], length) + (i == j ? noise + 1e-10 : 0);
                for (var k = 0; k < j; k++)
                    rest -= root[i][k] * root[j][k];
                root[i][j] = i == j ? Math.Sqrt(Math.Max(rest, 1e-12)) : rest / root[j][j];
            }
        }

        return root;
    }

    private double[] Forward(double[] right)
    {
        var solved = new double[right.Length];
        for (var i = 0; i < right.Length; i++)
        {
            var rest = right[i];
            for (var j = 0; j < i; j++)
                rest -= factor[i][j] * solved[j];
            solved[i] = rest / factor[i][i];
        }

        return solved;
    }

    private double[] Backward(double[] right)
    {
        var solved = new double[right.Length];
        for (var i = right.Length - 1; i >= 0; i--)
        {
            var rest = right[i];
            for (var j = i + 1; j < right.Length; j++)
                rest -= factor[j][i] * solved[j];
            solved[i] = rest / factor[i][i];
        }

        return solved;
    }
}

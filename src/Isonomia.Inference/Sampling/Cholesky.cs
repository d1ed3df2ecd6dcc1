namespace Isonomia.Inference.Sampling;

/// <summary>A covariance as mean and lower triangular factor, to and from coordinates in which it is the identity.</summary>
internal sealed class Cholesky
{
    private readonly double[] mean;
    private readonly double[][] factor;

    private Cholesky(double[] mean, double[][] factor) => (this.mean, this.factor) = (mean, factor);

    public int Dimensions => mean.Length;

    /// <summary>Mean and covariance of weighted points, a little widened towards its diagonal.</summary>
    public static Cholesky Of(IReadOnlyList<double[]> points, ReadOnlySpan<double> weights)
    {
        var n = points[0].Length;
        var centre = new double[n];
        for (var p = 0; p < points.Count; p++)
        {
            for (var i = 0; i < n; i++)
                centre[i] += weights[p] * points[p][i];
        }

        var covariance = new double[n][];
        for (var i = 0; i < n; i++)
        {
            covariance[i] = new double[i + 1];
            for (var p = 0; p < points.Count; p++)
            {
                var scaled = weights[p] * (points[p][i] - centre[i]);
                for (var j = 0; j <= i; j++)
                    covariance[i][j] += scaled * (points[p][j] - centre[j]);
            }
        }

        return new Cholesky(centre, Factor(covariance));
    }

    /// <summary>The change of a point by a step in coordinates of unit covariance.</summary>
    public void Stretch(ReadOnlySpan<double> unit, Span<double> step)
    {
        for (var i = 0; i < mean.Length; i++)
        {
            step[i] = 0;
            for (var j = 0; j <= i; j++)
                step[i] += factor[i][j] * unit[j];
        }
    }

    /// <summary>The point at coordinates of unit covariance around the mean.</summary>
    public void Place(ReadOnlySpan<double> unit, Span<double> point)
    {
        Stretch(unit, point);
        for (var i = 0; i < mean.Length; i++)
            point[i] += mean[i];
    }

    /// <summary>The coordinates of a point.</summary>
    public void Coordinates(ReadOnlySpan<double> point, Span<double> unit)
    {
        for (var i = 0; i < mean.Length; i++)
        {
            var rest = point[i] - mean[i];
            for (var j = 0; j < i; j++)
                rest -= factor[i][j] * unit[j];
            unit[i] = rest / factor[i][i];
        }
    }

    /// <summary>The logarithm of the volume that the factor makes of a unit.</summary>
    public double LogVolume => factor.Select((row, i) => Math.Log(row[i])).Sum();

    /// <summary>How far a point lies from the mean, squared, in deviations.</summary>
    /// <param name="point">The point.</param>
    /// <param name="unit">Receives its coordinates.</param>
    public double SquaredDistance(ReadOnlySpan<double> point, Span<double> unit)
    {
        Coordinates(point, unit);
        var sum = 0.0;
        foreach (var x in unit)
            sum += x * x;
        return sum;
    }

    /// <summary>The same with deviations longer by a factor.</summary>
    public Cholesky Widened(double times) =>
        new(mean, [.. factor.Select(row => row.Select(x => x * times).ToArray())]);

    /// <summary>Turns slopes by the point into slopes by the coordinates, in place.</summary>
    public void Slopes(Span<double> gradient)
    {
        for (var j = 0; j < mean.Length; j++)
        {
            var sum = 0.0;
            for (var i = j; i < mean.Length; i++)
                sum += factor[i][j] * gradient[i];
            gradient[j] = sum;
        }
    }

    private static double[][] Factor(double[][] covariance)
    {
        var n = covariance.Length;
        for (var i = 0; i < n; i++)
        {
            // Few points may span fewer dimensions; the widening keeps every direction open.
            covariance[i][i] = (covariance[i][i] * 1.01) + 1e-9;
            for (var j = 0; j <= i; j++)
            {
                var rest = covariance[i][j];
                for (var k = 0; k < j; k++)
                    rest -= covariance[i][k] * covariance[j][k];
                covariance[i][j] = i == j ? Math.Sqrt(Math.Max(rest, 1e-12)) : rest / covariance[j][j];
            }
        }

        return covariance;
    }
}

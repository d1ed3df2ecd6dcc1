using Isonomia.Numerics.Fitting.Nonlinear;
using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Tests.Fitting.Nonlinear;

/// <summary>A flattened spectrum, 2 to 40 Hz in steps of 0.5 Hz, to be fitted by a sum of Gaussian peaks.</summary>
internal readonly struct PeakProblem(double[] y, int peaks) : ILeastSquaresProblem
{
    private static readonly double[] Frequencies = [.. Enumerable.Range(0, 77).Select(i => 2 + 0.5 * i)];

    public int ParameterCount => 3 * peaks;

    public int ResidualCount => y.Length;

    /// <summary>Up to six peaks in noise, and a start near each, with bounds as FOOOF sets them.</summary>
    public static (PeakProblem Problem, double[] Start, double[] Lower, double[] Upper) Random(int seed)
    {
        var stream = new RandomStream(seed, "peaks");
        var peaks = 1 + stream.Below(6);
        var problem = new PeakProblem(new double[77], peaks);
        double[] start = new double[3 * peaks], lower = new double[3 * peaks], upper = new double[3 * peaks];
        var truth = new double[3 * peaks];
        for (var k = 0; k < peaks; k++)
        {
            (truth[3 * k], truth[3 * k + 1], truth[3 * k + 2]) =
                (stream.Uniform(4, 38), stream.Uniform(0.2, 1.2), stream.Uniform(0.5, 2.5));
            var (c, w) = (truth[3 * k] + 0.3 * stream.Normal(), truth[3 * k + 2] * stream.Uniform(0.7, 1.4));
            (start[3 * k], start[3 * k + 1], start[3 * k + 2]) = (c, truth[3 * k + 1], w);
            (lower[3 * k], lower[3 * k + 1], lower[3 * k + 2]) = (Math.Max(2, c - 3 * w), 0, 0.25);
            (upper[3 * k], upper[3 * k + 1], upper[3 * k + 2]) = (Math.Min(40, c + 3 * w), double.PositiveInfinity, 6);
        }

        var y = new double[77];
        problem.Evaluate(truth, y);
        for (var i = 0; i < y.Length; i++)
            y[i] += 0.08 * stream.Normal();
        return (new PeakProblem(y, peaks), start, lower, upper);
    }

    public void Evaluate(scoped ReadOnlySpan<double> p, scoped Span<double> residuals)
    {
        for (var i = 0; i < y.Length; i++)
        {
            residuals[i] = -y[i];
            for (var k = 0; k < p.Length; k += 3)
                residuals[i] += p[k + 1] * Shape(p, k, i).Height;
        }
    }

    public void Jacobian(scoped ReadOnlySpan<double> p, scoped Span<double> columns, int stride)
    {
        columns.Fill(double.NaN); // what lies between the columns may hold anything
        for (var k = 0; k < p.Length; k += 3)
        {
            for (var i = 0; i < y.Length; i++)
            {
                var (u, height) = Shape(p, k, i);
                columns[k * stride + i] = p[k + 1] * height * u / p[k + 2];
                columns[(k + 1) * stride + i] = height;
                columns[(k + 2) * stride + i] = p[k + 1] * height * u * u / p[k + 2];
            }
        }
    }

    public double Squares(ReadOnlySpan<double> p)
    {
        var residuals = new double[y.Length];
        Evaluate(p, residuals);
        return residuals.Sum(r => r * r);
    }

    /// <summary>Cosine of the angle between the residuals and one column of the Jacobian.</summary>
    public double GradientCosine(ReadOnlySpan<double> p, int parameter)
    {
        var residuals = new double[y.Length];
        var columns = new double[p.Length * y.Length];
        Evaluate(p, residuals);
        Jacobian(p, columns, y.Length);
        var column = columns.AsSpan(parameter * y.Length, y.Length).ToArray();
        var size = Math.Sqrt(column.Sum(v => v * v) * residuals.Sum(r => r * r));
        return size > 0 ? column.Zip(residuals, (a, b) => a * b).Sum() / size : 0;
    }

    private static (double U, double Height) Shape(ReadOnlySpan<double> p, int k, int i)
    {
        var u = (Frequencies[i] - p[k]) / p[k + 2];
        return (u, Math.Exp(-0.5 * u * u));
    }
}

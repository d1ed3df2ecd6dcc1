using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// Several Gaussians against a flattened spectrum: the sum of squares and its derivatives. Parameters lie peak after
/// peak as height, centre, width.
/// </summary>
internal sealed class PeakModel
{
    // Beyond so many standard deviations a Gaussian is below 1e-17 and is not computed.
    private const double Reach = 9;

    private readonly double[] block = new double[9];
    private double[] basis = [];
    private double[] residual = [];
    private (int From, int To)[] support = [];
    private FrequencyAxis axis = FrequencyAxis.Empty;
    private ReadOnlyMemory<double> target;
    private int peaks;

    /// <summary>Takes a spectrum (a padded column) and the number of peaks.</summary>
    public void Begin(FrequencyAxis on, ReadOnlyMemory<double> flat, int count)
    {
        (axis, target, peaks) = (on, flat, count);
        if (basis.Length < 3 * count * on.Stride)
        {
            basis = new double[3 * count * on.Stride];
            support = new (int From, int To)[count];
        }

        if (residual.Length < on.Stride)
            residual = new double[on.Stride];
    }

    /// <summary>Half the sum of squared residuals at <paramref name="parameters"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters)
    {
        var r = residual.AsSpan(0, axis.Stride);
        var data = target.Span;
        for (var i = 0; i < r.Length; i++)
            r[i] = -data[i];
        for (var p = 0; p < peaks; p++)
        {
            var (height, centre, width) = (parameters[3 * p], parameters[3 * p + 1], parameters[3 * p + 2]);
            var (from, to) = support[p] = Support(centre, width);
            GaussianKernel.AddPeak(axis.Frequencies[from..to], axis.Mask[from..to], centre, height, width,
                Basis(p)[from..], axis.Stride, r[from..to]);
        }

        return GaussianKernel.Dot(r, r) / 2;
    }

    /// <summary>
    /// Gradient and Gauss-Newton Hessian (rows padded) where <see cref="Evaluate"/> was called last.
    /// </summary>
    public void Linearise(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian)
    {
        var n = CholeskyKernel.Stride(3 * peaks);
        var r = residual.AsSpan(0, axis.Stride);
        for (var p = 0; p < peaks; p++)
        {
            var steep = parameters[3 * p] / parameters[3 * p + 2];
            var (from, to) = support[p];
            for (var k = 0; k < 3; k++)
            {
                gradient[3 * p + k] = (k == 0 ? 1 : steep)
                    * GaussianKernel.Dot(Basis(p).Slice(k * axis.Stride + from, to - from), r[from..to]);
            }

            for (var q = 0; q <= p; q++)
            {
                var steepOther = parameters[3 * q] / parameters[3 * q + 2];
                Products(p, q);
                for (var i = 0; i < 3; i++)
                {
                    for (var j = 0; j < 3; j++)
                    {
                        var product = block[3 * i + j] * (i == 0 ? 1 : steep) * (j == 0 ? 1 : steepOther);
                        hessian[(3 * p + i) * n + 3 * q + j] = product;
                        hessian[(3 * q + j) * n + 3 * p + i] = product;
                    }
                }
            }
        }
    }

    private void Products(int p, int q)
    {
        var from = Math.Max(support[p].From, support[q].From);
        var to = Math.Min(support[p].To, support[q].To);
        if (from < to)
            GaussianKernel.Block(Basis(p)[from..], Basis(q)[from..], axis.Stride, to - from, block);
        else
            block.AsSpan().Clear();
    }

    // The bins that a peak reaches, in whole vectors.
    private (int From, int To) Support(double centre, double width)
    {
        var from = (int)Math.Clamp((centre - Reach * width - axis.Low) / axis.Resolution, 0, axis.Stride);
        var to = (int)Math.Clamp((centre + Reach * width - axis.Low) / axis.Resolution + 1, 0, axis.Stride);
        return (from / GaussianKernel.Lanes * GaussianKernel.Lanes, GaussianKernel.Stride(to));
    }

    private Span<double> Basis(int peak) => basis.AsSpan(3 * peak * axis.Stride, 3 * axis.Stride);
}

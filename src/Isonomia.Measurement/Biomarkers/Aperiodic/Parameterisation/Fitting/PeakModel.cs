using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// Several Gaussians against a flattened spectrum: the sum of squares and its derivatives. Parameters lie peak after
/// peak as height, centre, width.
/// </summary>
internal sealed class PeakModel
{
    private readonly double[] block = new double[9];
    private double[] basis = [];
    private double[] residual = [];
    private FrequencyAxis axis = FrequencyAxis.Empty;
    private ReadOnlyMemory<double> target;
    private int peaks;

    /// <summary>Takes a spectrum (a padded column) and the number of peaks.</summary>
    public void Begin(FrequencyAxis on, ReadOnlyMemory<double> flat, int count)
    {
        (axis, target, peaks) = (on, flat, count);
        if (basis.Length < 3 * count * on.Stride)
            basis = new double[3 * count * on.Stride];
        if (residual.Length < on.Stride)
            residual = new double[on.Stride];
    }

    /// <summary>Half the sum of squared residuals at <paramref name="parameters"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters)
    {
        var stride = axis.Stride;
        var r = residual.AsSpan(0, stride);
        for (var i = 0; i < stride; i++)
            r[i] = -target.Span[i];
        for (var p = 0; p < peaks; p++)
        {
            GaussianKernel.AddPeak(axis.Frequencies, axis.Mask, parameters[3 * p + 1], parameters[3 * p],
                parameters[3 * p + 2], Basis(p), r);
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
            for (var k = 0; k < 3; k++)
            {
                gradient[3 * p + k] = (k == 0 ? 1 : steep)
                    * GaussianKernel.Dot(Basis(p).Slice(k * axis.Stride, axis.Stride), r);
            }

            for (var q = 0; q <= p; q++)
            {
                var steepOther = parameters[3 * q] / parameters[3 * q + 2];
                GaussianKernel.Block(Basis(p), Basis(q), axis.Stride, block);
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

    private Span<double> Basis(int peak) => basis.AsSpan(3 * peak * axis.Stride, 3 * axis.Stride);
}

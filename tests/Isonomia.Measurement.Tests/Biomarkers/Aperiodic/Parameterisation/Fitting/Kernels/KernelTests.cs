using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;
using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Tests.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

/// <summary>The vector kernels against the formulas written out, where lanes are filled and where not.</summary>
public sealed class KernelTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(77)]
    [InlineData(80)]
    public void Gradient_and_hessian_of_peaks_are_those_of_the_formula(int bins)
    {
        double[] frequencies = [.. Enumerable.Range(0, bins).Select(i => 2 + 0.5 * i)];
        var axis = FrequencyAxis.Of(frequencies, null);
        var flat = new double[axis.Stride];
        for (var i = 0; i < bins; i++)
            flat[i] = Math.Sin(i);
        double[] x = [0.7, 3.3, 1.2, 0.2, 4.1, 0.5];
        var model = new PeakModel();
        model.Begin(axis, flat, 2);
        var cost = model.Evaluate(x);
        var stride = CholeskyKernel.Stride(6);
        var (gradient, hessian) = (new double[stride], new double[6 * stride]);
        model.Linearise(x, gradient, hessian);

        var (expectedCost, expectedGradient, expectedHessian) = (0.0, new double[6], new double[6, 6]);
        for (var i = 0; i < bins; i++)
        {
            var row = new double[6];
            var residual = -flat[i];
            for (var p = 0; p < 6; p += 3)
            {
                var u = (frequencies[i] - x[p + 1]) / x[p + 2];
                var e = Math.Exp(-u * u / 2);
                residual += x[p] * e;
                (row[p], row[p + 1], row[p + 2]) = (e, x[p] * e * u / x[p + 2], x[p] * e * u * u / x[p + 2]);
            }

            expectedCost += residual * residual / 2;
            for (var j = 0; j < 6; j++)
            {
                expectedGradient[j] += row[j] * residual;
                for (var k = 0; k < 6; k++)
                    expectedHessian[j, k] += row[j] * row[k];
            }
        }

        Assert.Equal(expectedCost, cost, 1e-12);
        for (var j = 0; j < 6; j++)
        {
            Assert.Equal(expectedGradient[j], gradient[j], 1e-12);
            for (var k = 0; k < 6; k++)
                Assert.Equal(expectedHessian[j, k], hessian[j * stride + k], 1e-12);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(18)]
    public void Triangular_solves_undo_the_matrix(int n)
    {
        var stride = CholeskyKernel.Stride(n);
        var matrix = new double[n * stride];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                matrix[i * stride + j] = 1 / (1.0 + Math.Abs(i - j)) + (i == j ? 1 : 0);
        }

        var factor = new double[matrix.Length];
        Assert.True(CholeskyKernel.Factorise(matrix, n, 0.5, factor));
        var x = new double[stride];
        for (var i = 0; i < n; i++)
            x[i] = i + 1;
        CholeskyKernel.Forward(factor, n, x);
        CholeskyKernel.Back(factor, n, x);
        for (var i = 0; i < n; i++)
        {
            var product = 0.5 * x[i];
            for (var j = 0; j < n; j++)
                product += matrix[i * stride + j] * x[j];
            Assert.Equal(i + 1, product, 1e-12);
        }

        Assert.False(CholeskyKernel.Factorise(matrix, n, -10, factor));
    }

    [Fact]
    public void The_knee_kernel_is_the_formula_and_its_derivatives()
    {
        var axis = FrequencyAxis.Of([.. Enumerable.Range(1, 30).Select(i => (double)i)], null);
        var data = new double[axis.Stride];
        var weights = axis.Mask.ToArray();
        weights[4] = weights[17] = 0;
        var at = new AperiodicParameters(2.5, 40, 1.8);
        double Cost(AperiodicParameters p) => Enumerable.Range(0, 30).Where(i => weights[i] > 0)
            .Sum(i => Math.Pow(p.Offset - Math.Log10(p.Knee + Math.Pow(i + 1, p.Exponent)), 2)) / 2;
        Assert.Equal(Cost(at), KneeKernel.Cost(axis.Logs, data, weights, at), 1e-12);

        var (gradient, normal) = (new double[3], new double[6]);
        KneeKernel.Linearise(axis.Logs, data, weights, at, gradient, normal);
        const double H = 1e-5;
        double Slope(double b, double k, double x) =>
            (Cost(new(2.5 + b, 40 + k, 1.8 + x)) - Cost(new(2.5 - b, 40 - k, 1.8 - x))) / (2 * H);
        Assert.Equal(Slope(H, 0, 0), gradient[0], 1e-7);
        Assert.Equal(Slope(0, H, 0), gradient[1], 1e-7);
        Assert.Equal(Slope(0, 0, H), gradient[2], 1e-7);
        Assert.Equal(28, normal[0]);
    }
}

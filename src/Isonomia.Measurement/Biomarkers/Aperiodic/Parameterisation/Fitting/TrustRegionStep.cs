using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// The step that minimises a positive semidefinite quadratic within a ball: <c>(H + alpha I) p = -g</c> with
/// <c>alpha</c> sought by Newton's method on the step's length (More 1978, doi:10.1007/BFb0067700).
/// </summary>
/// <remarks>
/// Vectors and the rows of matrices are padded with zeros as <see cref="CholeskyKernel"/> wants them.
/// </remarks>
internal sealed class TrustRegionStep
{
    private double[] factor = [];
    private double[] derivative = [];

    /// <summary>Solves for the step.</summary>
    /// <param name="hessian">Symmetric, row after row.</param>
    /// <param name="gradient">Gradient.</param>
    /// <param name="n">Number of variables.</param>
    /// <param name="radius">Radius of the ball.</param>
    /// <param name="guess">Where to begin the search for alpha.</param>
    /// <param name="step">Receives the step.</param>
    /// <returns>The alpha that was found; zero for the full Gauss-Newton step.</returns>
    public double Solve(
        ReadOnlySpan<double> hessian,
        ReadOnlySpan<double> gradient,
        int n,
        double radius,
        double guess,
        Span<double> step)
    {
        if (factor.Length < hessian.Length)
        {
            factor = new double[hessian.Length];
            derivative = new double[gradient.Length];
        }

        var upper = GaussianKernel.Norm(gradient) / radius;
        var lower = 0.0;
        var length = Step(hessian, gradient, n, 0, step);
        var regular = !double.IsNaN(length);
        if (regular)
        {
            if (length <= radius)
                return 0;
            lower = -(length - radius) / Slope(n, step, length);
        }

        var alpha = !regular && guess == 0 ? Between(lower, upper) : guess;
        for (var iteration = 0; iteration < 10; iteration++)
        {
            if (alpha < lower || alpha > upper)
                alpha = Between(lower, upper);
            length = Step(hessian, gradient, n, alpha, step);
            if (double.IsNaN(length))
            {
                alpha = lower = Math.Max(2 * alpha, 1e-12 * upper);
                continue;
            }

            var excess = length - radius;
            if (excess < 0)
                upper = alpha;
            var ratio = excess / Slope(n, step, length);
            lower = Math.Max(lower, alpha - ratio);
            alpha -= (excess + radius) * ratio / radius;
            if (Math.Abs(excess) < 0.01 * radius)
                break;
        }

        length = Step(hessian, gradient, n, alpha, step);
        if (double.IsNaN(length))
        {
            // Too ill-conditioned to solve: descend.
            gradient.CopyTo(step);
            length = -GaussianKernel.Norm(gradient);
        }

        foreach (ref var s in step)
            s *= radius / length;
        return alpha;
    }

    private static double Between(double lower, double upper) => Math.Max(0.001 * upper, Math.Sqrt(lower * upper));

    /// <summary>The step for an alpha, and its length; NaN where H + alpha I is singular.</summary>
    private double Step(
        ReadOnlySpan<double> hessian, ReadOnlySpan<double> gradient, int n, double alpha, Span<double> step)
    {
        if (!CholeskyKernel.Factorise(hessian, n, alpha, factor))
            return double.NaN;
        for (var i = 0; i < step.Length; i++)
            step[i] = -gradient[i];
        CholeskyKernel.Forward(factor, n, step);
        CholeskyKernel.Back(factor, n, step);
        return GaussianKernel.Norm(step);
    }

    /// <summary>
    /// The derivative of the step's length by alpha: minus <c>|L^-1 p|^2 / |p|</c> with LL' = H + alpha I.
    /// </summary>
    private double Slope(int n, ReadOnlySpan<double> step, double length)
    {
        var q = derivative.AsSpan(0, step.Length);
        step.CopyTo(q);
        CholeskyKernel.Forward(factor, n, q);
        return -GaussianKernel.Dot(q, q) / length;
    }
}

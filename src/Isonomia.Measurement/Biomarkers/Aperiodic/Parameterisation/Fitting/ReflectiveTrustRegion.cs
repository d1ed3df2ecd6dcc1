using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// Bounded least squares by the trust-region reflective method: variables are scaled by the square root of their
/// distance to the bound they are heading for, and a step that would cross a bound is compared with its reflection and
/// with the steepest descent.
/// </summary>
/// <remarks>
/// Branch, Coleman and Li 1999, doi:10.1137/S1064827595289108; the trust region's parameter after More 1978. The same
/// choices (step-back, radius updates, tolerances) as in SciPy's least_squares, which FOOOF calls, so that from the
/// same guess the same one of several local minima is reached.
/// </remarks>
internal sealed class ReflectiveTrustRegion(double tolerance)
{
    private const int MaxEvaluations = 5000;
    private readonly TrustRegionStep region = new();
    private double[] buffer = [];
    private double[] hessian = [];

    /// <summary>Minimises from a start within the bounds, which it replaces by the minimum.</summary>
    /// <returns>Whether it converged.</returns>
    public bool Minimise(PeakModel model, Span<double> x, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var n = x.Length;
        var stride = CholeskyKernel.Stride(n);
        Reserve(stride);
        var gradient = Part(0, stride);
        var distance = Part(1, stride);
        var scale = Part(2, stride);
        var curvature = Part(3, stride);
        var hatGradient = Part(4, stride);
        var trial = Part(5, stride)[..n];
        var hatStep = Part(6, stride);
        var step = Part(7, stride);
        var raw = hessian.AsSpan(0, n * stride);
        var hat = hessian.AsSpan(n * stride, n * stride);

        Bounds.PushInside(x, low, high, 1e-10);
        var cost = model.Evaluate(x);
        model.Linearise(x, gradient, raw);
        Bounds.Distances(x, gradient, low, high, distance, curvature);
        var radius = 0.0;
        for (var i = 0; i < n; i++)
            radius += x[i] * x[i] / distance[i];
        radius = radius > 0 ? Math.Sqrt(radius) : 1;
        var alpha = 0.0;

        for (var evaluations = 1; ;)
        {
            Bounds.Distances(x, gradient, low, high, distance, curvature);
            var steepest = 0.0;
            for (var i = 0; i < n; i++)
                steepest = Math.Max(steepest, Math.Abs(gradient[i] * distance[i]));
            if (steepest < tolerance)
                return true;

            for (var i = 0; i < n; i++)
            {
                scale[i] = Math.Sqrt(distance[i]);
                curvature[i] *= gradient[i];
                hatGradient[i] = scale[i] * gradient[i];
            }

            for (var i = 0; i < n; i++)
            {
                var row = i * stride;
                for (var j = 0; j < n; j++)
                    hat[row + j] = scale[i] * raw[row + j] * scale[j];
                hat[row + i] += curvature[i];
            }

            var theta = Math.Max(0.995, 1 - steepest);
            var reduction = -1.0;
            var done = false;
            var reduced = cost;
            while (!(reduction > 0) && !done)
            {
                if (evaluations == MaxEvaluations)
                    return false;
                alpha = region.Solve(hat, hatGradient, n, radius, alpha, hatStep);
                var predicted = ReflectedStep.Choose(
                    x, hat, hatGradient, scale, radius, low, high, theta, hatStep, step, Part(8, stride),
                    Part(9, stride));
                for (var i = 0; i < n; i++)
                    trial[i] = x[i] + step[i];
                Bounds.PushInside(trial, low, high, 0);
                reduced = model.Evaluate(trial);
                evaluations++;
                var length = GaussianKernel.Norm(hatStep);
                if (!double.IsFinite(reduced))
                {
                    radius = 0.25 * length;
                    continue;
                }

                reduction = cost - reduced;
                var ratio = predicted > 0 ? reduction / predicted : 0;
                var next = radius;
                if (ratio < 0.25)
                    next = 0.25 * length;
                else if (ratio > 0.75 && length > 0.95 * radius)
                    next = 2 * radius;
                done = (reduction < tolerance * cost && ratio > 0.25)
                    || Norm(step) < tolerance * (tolerance + Norm(x));
                if (!done)
                {
                    alpha *= radius / next;
                    radius = next;
                }
            }

            if (reduction > 0)
            {
                trial.CopyTo(x);
                cost = reduced;
            }

            if (done)
                return true;
            model.Linearise(x, gradient, raw);
        }
    }

    private static double Norm(ReadOnlySpan<double> v)
    {
        var sum = 0.0;
        foreach (var x in v)
            sum += x * x;
        return Math.Sqrt(sum);
    }

    private Span<double> Part(int which, int stride) => buffer.AsSpan(which * stride, stride);

    private void Reserve(int stride)
    {
        if (buffer.Length != 10 * stride)
        {
            buffer = new double[10 * stride];
            hessian = new double[2 * stride * stride];
        }

        Array.Clear(buffer);
        Array.Clear(hessian);
    }
}

using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// Unbounded least squares of the knee form, by the Levenberg-Marquardt method as MINPACK has it: steps within a
/// ball of scaled variables, the scale being the largest column norm so far.
/// </summary>
/// <remarks>
/// More 1978, doi:10.1007/BFb0067700. The count of evaluations is the one that FOOOF sees through SciPy, where a
/// derivative costs three.
/// </remarks>
internal static class KneeFit
{
    private const int MaxEvaluations = 5000;
    private const int Parameters = 3;

    /// <summary>Fits from a start; null where no minimum is found.</summary>
    public static AperiodicParameters? Fit(
        ReadOnlySpan<double> logs,
        ReadOnlySpan<double> data,
        ReadOnlySpan<double> weights,
        AperiodicParameters start,
        double tolerance)
    {
        // Below the square root of the machine's precision the cost no longer tells.
        tolerance = Math.Max(tolerance, 1.49e-8);
        Span<double> gradient = stackalloc double[Parameters];
        Span<double> normal = stackalloc double[6];
        Span<double> scale = stackalloc double[Parameters];
        Span<double> step = stackalloc double[Parameters];
        var at = start;
        var norm = Math.Sqrt(2 * KneeKernel.Cost(logs, data, weights, at));
        if (!double.IsFinite(norm))
            return null;
        var (par, radius, first) = (0.0, 0.0, true);

        for (var evaluations = 1; ;)
        {
            KneeKernel.Linearise(logs, data, weights, at, gradient, normal);
            evaluations += Parameters;
            Span<double> columns = [Math.Sqrt(normal[0]), Math.Sqrt(normal[3]), Math.Sqrt(normal[5])];
            for (var i = 0; i < Parameters; i++)
                scale[i] = first && columns[i] == 0 ? 1 : Math.Max(scale[i], columns[i]);
            if (first)
                radius = 100 * Length(at, scale) is var r && r > 0 ? r : 100;
            if (norm == 0 || gradient.IndexOfAnyExcept(0.0) < 0)
                return at;

            double ratio;
            do
            {
                par = ScaledStep.Solve(normal, gradient, scale, radius, par, step);
                var trial = new AperiodicParameters(at.Offset + step[0], at.Knee + step[1], at.Exponent + step[2]);
                var length = Length(new(step[0], step[1], step[2]), scale);
                if (first)
                    radius = Math.Min(radius, length);
                var trialNorm = Math.Sqrt(2 * KneeKernel.Cost(logs, data, weights, trial));
                evaluations++;

                var reduction = 0.1 * trialNorm < norm ? 1 - (trialNorm / norm) * (trialNorm / norm) : -1;
                var linear = Math.Max(0, ScaledStep.Quadratic(normal, step)) / (norm * norm);
                var damping = par * length * length / (norm * norm);
                var predicted = linear + 2 * damping;
                var slope = -(linear + damping);
                ratio = predicted != 0 ? reduction / predicted : 0;
                if (ratio <= 0.25)
                {
                    var shrink = reduction >= 0 ? 0.5 : 0.5 * slope / (slope + 0.5 * reduction);
                    if (0.1 * trialNorm >= norm || shrink < 0.1)
                        shrink = 0.1;
                    radius = shrink * Math.Min(radius, length / 0.1);
                    par /= shrink;
                }
                else if (par == 0 || ratio >= 0.75)
                {
                    radius = length / 0.5;
                    par *= 0.5;
                }

                if (ratio >= 1e-4)
                    (at, norm, first) = (trial, trialNorm, false);
                var size = Length(at, scale);
                if ((Math.Abs(reduction) <= tolerance && predicted <= tolerance && ratio <= 2)
                    || radius <= tolerance * size)
                {
                    return at;
                }

                if (evaluations >= MaxEvaluations || !double.IsFinite(radius))
                    return null;
            }
            while (ratio < 1e-4);
        }
    }

    private static double Length(AperiodicParameters p, ReadOnlySpan<double> scale) => Math.Sqrt(
        (p.Offset * scale[0] * p.Offset * scale[0]) + (p.Knee * scale[1] * p.Knee * scale[1])
        + (p.Exponent * scale[2] * p.Exponent * scale[2]));
}

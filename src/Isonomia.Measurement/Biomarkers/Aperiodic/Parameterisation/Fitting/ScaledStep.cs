namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// The Levenberg-Marquardt step of three parameters: <c>(N + par D^2) p = -g</c> with <c>|D p|</c> within a tenth of
/// the radius, or the Gauss-Newton step where that is shorter.
/// </summary>
internal static class ScaledStep
{
    private const int N = 3;

    /// <summary>Solves for the step and returns the parameter that was found.</summary>
    public static double Solve(
        ReadOnlySpan<double> normal,
        ReadOnlySpan<double> gradient,
        ReadOnlySpan<double> scale,
        double radius,
        double par,
        Span<double> step)
    {
        // In the variables q = D p the ball is round.
        Span<double> matrix =
        [
            normal[0] / (scale[0] * scale[0]), normal[1] / (scale[0] * scale[1]), normal[2] / (scale[0] * scale[2]),
            normal[3] / (scale[1] * scale[1]), normal[4] / (scale[1] * scale[2]), normal[5] / (scale[2] * scale[2]),
        ];
        Span<double> slope = [gradient[0] / scale[0], gradient[1] / scale[1], gradient[2] / scale[2]];
        var (length, derivative) = Step(matrix, slope, 0, step);
        var excess = length - radius;
        if (excess <= 0.1 * radius)
            return Unscale(step, scale, 0);

        var lower = double.IsNaN(length) ? 0 : excess / radius / -derivative;
        var steep = Math.Sqrt(slope[0] * slope[0] + slope[1] * slope[1] + slope[2] * slope[2]);
        var upper = steep / radius;
        if (upper == 0)
            upper = double.Epsilon / Math.Min(radius, 0.1);
        par = Math.Min(Math.Max(par, lower), upper);
        if (par == 0)
            par = double.IsNaN(length) ? 0.001 * upper : steep / length;
        for (var iteration = 1; ; iteration++)
        {
            if (par == 0)
                par = Math.Max(double.Epsilon, 0.001 * upper);
            (length, derivative) = Step(matrix, slope, par, step);
            var previous = excess;
            excess = length - radius;
            if (Math.Abs(excess) <= 0.1 * radius
                || (lower == 0 && excess <= previous && previous < 0)
                || iteration == 10
                || double.IsNaN(length))
            {
                return Unscale(step, scale, par);
            }

            var correction = excess / radius / -derivative;
            if (excess > 0)
                lower = Math.Max(lower, par);
            else if (excess < 0)
                upper = Math.Min(upper, par);
            par = Math.Max(lower, par + correction);
        }
    }

    /// <summary>The quadratic form <c>p' N p</c>.</summary>
    public static double Quadratic(ReadOnlySpan<double> normal, ReadOnlySpan<double> p) =>
        normal[0] * p[0] * p[0] + normal[3] * p[1] * p[1] + normal[5] * p[2] * p[2]
        + 2 * (normal[1] * p[0] * p[1] + normal[2] * p[0] * p[2] + normal[4] * p[1] * p[2]);

    /// <summary>
    /// The step for a damping, its length, and the length's relative derivative by the damping; NaN where singular.
    /// </summary>
    private static (double Length, double Derivative) Step(
        ReadOnlySpan<double> m, ReadOnlySpan<double> slope, double damping, Span<double> step)
    {
        var a = Math.Sqrt(m[0] + damping);
        var (b, c) = (m[1] / a, m[2] / a);
        var d = Math.Sqrt(m[3] + damping - b * b);
        var e = (m[4] - b * c) / d;
        var f = Math.Sqrt(m[5] + damping - c * c - e * e);

        // Forward, back, then forward again for the derivative.
        var y0 = -slope[0] / a;
        var y1 = (-slope[1] - b * y0) / d;
        var y2 = (-slope[2] - c * y0 - e * y1) / f;
        step[2] = y2 / f;
        step[1] = (y1 - e * step[2]) / d;
        step[0] = (y0 - b * step[1] - c * step[2]) / a;
        var length = Math.Sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
        var q0 = step[0] / a;
        var q1 = (step[1] - b * q0) / d;
        var q2 = (step[2] - c * q0 - e * q1) / f;
        return double.IsFinite(length)
            ? (length, -(q0 * q0 + q1 * q1 + q2 * q2) / (length * length))
            : (double.NaN, double.NaN);
    }

    private static double Unscale(Span<double> step, ReadOnlySpan<double> scale, double par)
    {
        for (var i = 0; i < N; i++)
            step[i] /= scale[i];
        return par;
    }
}

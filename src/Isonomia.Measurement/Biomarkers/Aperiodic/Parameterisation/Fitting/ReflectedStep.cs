using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// Which step to take where the trust region reaches across a bound: up to the bound, reflected from it, or steepest
/// descent, whichever promises most.
/// </summary>
internal static class ReflectedStep
{
    /// <summary>Chooses. Hat variables are the parameters divided by <paramref name="scale"/>.</summary>
    /// <param name="x">Where we are.</param>
    /// <param name="hessian">Of the quadratic model, in hat variables.</param>
    /// <param name="gradient">Likewise.</param>
    /// <param name="scale">What a hat variable is multiplied by.</param>
    /// <param name="radius">Of the trust region, in hat variables.</param>
    /// <param name="low">Lower bounds.</param>
    /// <param name="high">Upper bounds.</param>
    /// <param name="theta">The share of the way to a bound that is taken.</param>
    /// <param name="hat">The trust-region step; replaced by the chosen one, in hat variables.</param>
    /// <param name="step">Receives the chosen step.</param>
    /// <param name="reflected">Room for a step.</param>
    /// <param name="other">Room for a step.</param>
    /// <returns>The reduction that the quadratic model predicts.</returns>
    public static double Choose(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> hessian,
        ReadOnlySpan<double> gradient,
        ReadOnlySpan<double> scale,
        double radius,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> high,
        double theta,
        Span<double> hat,
        Span<double> step,
        Span<double> reflected,
        Span<double> other)
    {
        var n = x.Length;
        Scale(hat, scale, step);
        if (Bounds.Allow(x, step, low, high))
            return -(Quadratic(hessian, hat, hat) / 2 + GaussianKernel.Dot(gradient, hat));

        var stride = Bounds.StepsTo(x, step, low, high);
        for (var i = 0; i < n; i++)
        {
            var hits = Bounds.StepsTo(x[i], step[i], low[i], high[i]) == stride;
            reflected[i] = hits ? -hat[i] : hat[i];
            hat[i] *= stride;
            other[i] = x[i] + step[i] * stride;
        }

        Scale(reflected, scale, step);
        var toBound = Bounds.StepsTo(other[..n], step, low, high);
        var toRegion = UntilLeaving(hat, reflected, radius);
        var along = Math.Min(toBound, toRegion);
        var reflectedValue = double.PositiveInfinity;
        if (along > 0)
        {
            var from = (1 - theta) * stride / along;
            var until = along == toBound ? theta * toBound : toRegion;
            if (from <= until)
            {
                var a = Quadratic(hessian, reflected, reflected) / 2;
                var b = GaussianKernel.Dot(gradient, reflected) + Quadratic(hessian, hat, reflected);
                var c = Quadratic(hessian, hat, hat) / 2 + GaussianKernel.Dot(gradient, hat);
                (var best, reflectedValue) = Lowest(a, b, c, from, until);
                for (var i = 0; i < n; i++)
                    reflected[i] = reflected[i] * best + hat[i];
            }
        }

        foreach (ref var h in hat)
            h *= theta;
        var straightValue = Quadratic(hessian, hat, hat) / 2 + GaussianKernel.Dot(gradient, hat);

        for (var i = 0; i < n; i++)
        {
            other[i] = -gradient[i];
            step[i] = other[i] * scale[i];
        }

        toRegion = radius / GaussianKernel.Norm(other);
        toBound = Bounds.StepsTo(x, step, low, high);
        var downhill = Lowest(Quadratic(hessian, other, other) / 2, GaussianKernel.Dot(gradient, other), 0, 0,
            toBound < toRegion ? theta * toBound : toRegion);

        var value = straightValue;
        if (!(straightValue < reflectedValue && straightValue < downhill.Value))
        {
            if (reflectedValue < straightValue && reflectedValue < downhill.Value)
            {
                reflected.CopyTo(hat);
                value = reflectedValue;
            }
            else
            {
                for (var i = 0; i < n; i++)
                    hat[i] = other[i] * downhill.At;
                value = downhill.Value;
            }
        }

        Scale(hat, scale, step);
        return -value;
    }

    private static void Scale(ReadOnlySpan<double> hat, ReadOnlySpan<double> scale, Span<double> step)
    {
        for (var i = 0; i < hat.Length; i++)
            step[i] = hat[i] * scale[i];
    }

    private static double Quadratic(ReadOnlySpan<double> hessian, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i * a.Length < hessian.Length; i++)
            sum += a[i] * GaussianKernel.Dot(b, hessian.Slice(i * a.Length, a.Length));
        return sum;
    }

    /// <summary>How often <paramref name="direction"/> can be added to a point of the ball before leaving it.</summary>
    private static double UntilLeaving(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, double radius)
    {
        var a = GaussianKernel.Dot(direction, direction);
        var b = GaussianKernel.Dot(point, direction);
        var c = Math.Min(0, GaussianKernel.Dot(point, point) - radius * radius);
        var q = -(b + Math.CopySign(Math.Sqrt(b * b - a * c), b));
        return q == 0 ? 0 : Math.Max(q / a, c / q);
    }

    /// <summary>The lowest point of a parabola within an interval.</summary>
    private static (double At, double Value) Lowest(double a, double b, double c, double from, double until)
    {
        var best = (At: from, Value: (a * from + b) * from + c);
        var end = (a * until + b) * until + c;
        if (end < best.Value)
            best = (until, end);
        var extremum = -0.5 * b / a;
        if (a == 0 || !(extremum > from && extremum < until))
            return best;
        var low = (a * extremum + b) * extremum + c;
        return low < best.Value ? (extremum, low) : best;
    }
}

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// The largest Lyapunov exponent of a field without delays and noise: how fast neighbouring courses part, in 1/s
/// (Benettin et al. 1980: the tangent vector is carried along by the symbolic slopes and shortened again).
/// </summary>
public static class LyapunovExponent
{
    /// <summary>The exponent.</summary>
    /// <param name="functions">The field's equations.</param>
    /// <param name="parameters">The parameters' values.</param>
    /// <param name="duration">How long it is averaged, in seconds.</param>
    /// <param name="settle">What is left out before, in seconds.</param>
    /// <param name="dt">The step in seconds (classical Runge-Kutta).</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="FieldAnalysisException">The field has delays, or leaves the numbers.</exception>
    public static double Of(
        RegionFunctions functions, ReadOnlySpan<double> parameters, double duration, double settle, double dt,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(functions);
        if (functions.Delays > 0)
        {
            throw new FieldAnalysisException($"'{functions.Model.Name}' has delays, and the Lyapunov exponent of fields "
                + "with delays is not computed");
        }

        var n = functions.States.Length;
        double[] x = [.. functions.Initial, .. Enumerable.Repeat(1 / Math.Sqrt(n), n)];
        var (k1, k2, k3, k4) = (new double[2 * n], new double[2 * n], new double[2 * n], new double[2 * n]);
        var (at, jacobian) = (new double[2 * n], new double[n * n]);
        var (sum, first, steps) = (0.0, (long)Math.Round(settle / dt), (long)Math.Round((settle + duration) / dt));
        for (var step = 0L; step < steps; step++)
        {
            if (step % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            Slope(parameters, x, k1);
            Slope(parameters, Moved(k1, dt / 2), k2);
            Slope(parameters, Moved(k2, dt / 2), k3);
            Slope(parameters, Moved(k3, dt), k4);
            var length = 0.0;
            for (var i = 0; i < 2 * n; i++)
            {
                x[i] += dt / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i]);
                if (i >= n)
                    length += x[i] * x[i];
            }

            length = Math.Sqrt(length);
            if (!double.IsFinite(length) || length == 0)
                throw new FieldAnalysisException($"'{functions.Model.Name}' leaves the numbers after {step * dt:0.###} s");
            for (var i = n; i < 2 * n; i++)
                x[i] /= length;
            if (step >= first)
                sum += Math.Log(length);
        }

        return sum / ((steps - first) * dt);

        double[] Moved(double[] slope, double by)
        {
            for (var i = 0; i < at.Length; i++)
                at[i] = x[i] + (by * slope[i]);
            return at;
        }

        void Slope(ReadOnlySpan<double> given, double[] from, double[] slope)
        {
            functions.SteadySlopes(given, from.AsSpan(0, n), slope.AsSpan(0, n), jacobian);
            for (var i = 0; i < n; i++)
            {
                var s = 0.0;
                for (var j = 0; j < n; j++)
                    s += jacobian[(i * n) + j] * from[n + j];
                slope[n + i] = s;
            }
        }
    }
}

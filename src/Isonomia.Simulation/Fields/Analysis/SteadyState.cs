using Isonomia.Numerics.LinearAlgebra.Kernels;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// Newton's method for fixed points, with steps halved until the velocities, measured against the slopes, fall. Where it
/// gets stuck, the field's own way is followed by implicit steps that grow (pseudo-transient continuation: Kelley &amp;
/// Keyes 1998, doi:10.1137/S0036142996304796), which also end at fixed points that only oscillations leave. It allocates
/// nothing from one search to the next. One instance serves one thread at a time.
/// </summary>
public sealed class SteadyState
{
    private const int MostSteps = 60;
    private const int MostHalvings = 30;
    private const int MostTransientSteps = 120;
    private const double Growth = 1.3;

    // A step this small against the states is the last: Newton's next would be below rounding.
    private const double Enough = 1e-11;
    private readonly RegionFunctions functions;
    private readonly double[] velocities;
    private readonly double[] jacobian;
    private readonly double[] scratch;
    private readonly double[] step;
    private readonly double[] trial;
    private readonly double[] weights;
    private readonly double[] start;

    /// <summary>A search for fixed points of a field.</summary>
    /// <param name="functions">The field's equations.</param>
    public SteadyState(RegionFunctions functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        this.functions = functions;
        var n = functions.States.Length;
        (velocities, step, trial) = (new double[n], new double[n], new double[n]);
        (weights, start) = (new double[n], new double[n]);
        (jacobian, scratch) = (new double[n * n], new double[n * n]);
    }

    /// <summary>Goes from a state to a fixed point.</summary>
    /// <param name="parameters">The parameters' values.</param>
    /// <param name="states">Where to begin; becomes the fixed point.</param>
    /// <param name="scales">How large each state is: a step of 10^-11 of it does not matter.</param>
    /// <returns>Whether one was reached; otherwise the states are where the search got stuck.</returns>
    public bool Find(ReadOnlySpan<double> parameters, Span<double> states, ReadOnlySpan<double> scales)
    {
        states.CopyTo(start);
        if (Newton(parameters, states, scales))
            return true;
        start.CopyTo(states);
        return Follow(parameters, states) && Newton(parameters, states, scales);
    }

    // Implicit Euler steps along the field's way without its delays, growing from a tenth of the fastest time.
    private bool Follow(ReadOnlySpan<double> parameters, Span<double> states)
    {
        var n = states.Length;
        var time = 0.0;
        for (var iteration = 0; iteration < MostTransientSteps; iteration++)
        {
            functions.SteadySlopes(parameters, states, velocities, jacobian);
            if (iteration == 0)
            {
                var fastest = 0.0;
                for (var i = 0; i < n; i++)
                {
                    for (var j = 0; j < n; j++)
                        fastest = Math.Max(fastest, Math.Sqrt(Math.Abs(jacobian[(i * n) + j] * jacobian[(j * n) + i])));
                }

                time = fastest > 0 ? 0.1 / fastest : 1;
            }

            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    scratch[(i * n) + j] = (i == j ? 1 / time : 0) - jacobian[(i * n) + j];
            }

            velocities.CopyTo(step, 0);
            if (!RealLu.Solve(scratch, step))
                return false;
            for (var i = 0; i < n; i++)
            {
                states[i] += step[i];
                if (!double.IsFinite(states[i]))
                    return false;
            }

            time *= Growth;
        }

        return true;
    }

    private bool Newton(ReadOnlySpan<double> parameters, Span<double> states, ReadOnlySpan<double> scales)
    {
        var n = states.Length;
        for (var iteration = 0; iteration < MostSteps; iteration++)
        {
            functions.SteadySlopes(parameters, states, velocities, jacobian);
            for (var i = 0; i < n; i++)
            {
                var size = 0.0;
                for (var j = 0; j < n; j++)
                    size += Math.Abs(jacobian[(i * n) + j]) * scales[j];
                weights[i] = size > 0 ? 1 / size : 1;
            }

            var before = Size(velocities);
            if (!double.IsFinite(before))
                return false;
            jacobian.CopyTo(scratch, 0);
            velocities.CopyTo(step, 0);
            if (!RealLu.Solve(scratch, step))
                return false;
            var largest = 0.0;
            for (var i = 0; i < n; i++)
                largest = Math.Max(largest, Math.Abs(step[i]) / scales[i]);
            if (!double.IsFinite(largest))
                return false;
            var factor = 1.0;
            for (var halving = 0; ; halving++)
            {
                for (var i = 0; i < n; i++)
                    trial[i] = states[i] - (factor * step[i]);
                functions.Drift(parameters, trial, velocities);
                if (Size(velocities) is var after && (after < before || (largest < Enough && after <= before * 2)))
                    break;
                if (largest < Enough)
                    return true;
                if (halving == MostHalvings)
                    return false;
                factor /= 2;
            }

            trial.CopyTo(states);
            if (largest < Enough)
                return true;
        }

        return false;
    }

    private double Size(double[] of)
    {
        var sum = 0.0;
        for (var i = 0; i < of.Length; i++)
            sum += of[i] * weights[i] * (of[i] * weights[i]);
        return sum;
    }
}

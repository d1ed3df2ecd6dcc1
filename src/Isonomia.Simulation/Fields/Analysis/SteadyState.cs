using Isonomia.Numerics.LinearAlgebra.Kernels;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// Newton's method for fixed points, with steps halved until the velocities, measured against the slopes, fall. It
/// allocates nothing from one search to the next. One instance serves one thread at a time.
/// </summary>
public sealed class SteadyState
{
    private const int MostSteps = 60;
    private const int MostHalvings = 30;

    // A step this small against the states is the last: Newton's next would be below rounding.
    private const double Enough = 1e-11;
    private readonly RegionFunctions functions;
    private readonly double[] velocities;
    private readonly double[] jacobian;
    private readonly double[] scratch;
    private readonly double[] step;
    private readonly double[] trial;
    private readonly double[] weights;

    /// <summary>A search for fixed points of a field.</summary>
    /// <param name="functions">The field's equations.</param>
    public SteadyState(RegionFunctions functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        this.functions = functions;
        var n = functions.States.Length;
        (velocities, step, trial, weights) = (new double[n], new double[n], new double[n], new double[n]);
        (jacobian, scratch) = (new double[n * n], new double[n * n]);
    }

    /// <summary>Goes from a state to a fixed point.</summary>
    /// <param name="parameters">The parameters' values.</param>
    /// <param name="states">Where to begin; becomes the fixed point.</param>
    /// <param name="scales">How large each state is: a step of 10^-11 of it does not matter.</param>
    /// <returns>Whether one was reached; otherwise the states are where the search got stuck.</returns>
    public bool Find(ReadOnlySpan<double> parameters, Span<double> states, ReadOnlySpan<double> scales)
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

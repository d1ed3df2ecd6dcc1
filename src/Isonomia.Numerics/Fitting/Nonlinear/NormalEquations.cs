using Isonomia.Numerics.LinearAlgebra.Kernels;
using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>
/// The linearised problem that <see cref="LevenbergMarquardt"/> solves at every iteration: J'J and J'r, the damped
/// step within the bounds, and what it promises. The residuals are kept as one more column behind the Jacobian, so
/// that one product gives J'J and J'r.
/// </summary>
internal sealed class NormalEquations
{
    private int n, rows, width, leading;
    private double[] columns = [], residuals = [], gram = [], factor = [];
    private double[] lower = [], upper = [], scale = [], step = [], right = [], direction = [];
    private bool[] held = [], stopped = [];

    public Span<double> Residuals => residuals.AsSpan(0, rows);

    public Span<double> Columns => columns.AsSpan(0, n * Stride);

    public int Stride { get; private set; }

    public static int StrideOf(int rows) => (rows + 7) & ~7;

    public void Prepare(int parameters, int residualCount, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        (n, rows) = (parameters, residualCount);
        Stride = StrideOf(rows);
        width = (n + GramKernel.Block) / GramKernel.Block * GramKernel.Block;
        leading = (width + 3) & ~3;
        if (columns.Length < width * Stride)
            columns = new double[width * Stride];
        if (residuals.Length < Stride)
            residuals = new double[Stride];
        if (gram.Length < leading * leading)
        {
            gram = new double[leading * leading];
            factor = new double[leading * leading];
            lower = new double[leading];
            upper = new double[leading];
            scale = new double[leading];
            step = new double[leading];
            right = new double[leading];
            direction = new double[leading];
            held = new bool[leading];
            stopped = new bool[leading];
        }

        Array.Clear(columns, 0, width * Stride);
        Array.Clear(residuals);
        Array.Clear(scale);
        Bound(low, lower, double.NegativeInfinity);
        Bound(high, upper, double.PositiveInfinity);
        for (var i = 0; i < n; i++)
        {
            if (!(lower[i] <= upper[i]))
                throw new ArgumentException($"Parameter {i} has no room between {lower[i]} and {upper[i]}.");
        }
    }

    public void Confine(Span<double> parameters)
    {
        for (var i = 0; i < n; i++)
            parameters[i] = Math.Clamp(parameters[i], lower[i], upper[i]);
    }

    public double Cost() => SumKernel.Products(residuals.AsSpan(0, Stride), 0, residuals.AsSpan(0, Stride), 0);

    /// <summary>Forms J'J and J'r; holds what the gradient presses against a bound; false if not finite.</summary>
    public bool Linearise(ReadOnlySpan<double> parameters)
    {
        for (var column = 0; column < n; column++)
            Array.Clear(columns, column * Stride + rows, Stride - rows);
        residuals.AsSpan(0, Stride).CopyTo(columns.AsSpan(n * Stride));
        GramKernel.Compute(columns, Stride, width, gram, leading);
        for (var i = 0; i < n; i++)
        {
            var square = gram[i * leading + i];
            if (!double.IsFinite(square))
                return false;
            scale[i] = Math.Max(scale[i], square);
            var gradient = gram[n * leading + i];
            held[i] = (parameters[i] <= lower[i] && gradient > 0) || (parameters[i] >= upper[i] && gradient < 0);
        }

        return true;
    }

    /// <summary>The largest cosine between the residuals and a free column of the Jacobian.</summary>
    public double GradientCosine(double cost)
    {
        var worst = 0.0;
        for (var i = 0; i < n; i++)
        {
            var square = gram[i * leading + i] * cost;
            if (!held[i] && square > 0)
                worst = Math.Max(worst, Math.Abs(gram[n * leading + i]) / Math.Sqrt(square));
        }

        return worst;
    }

    /// <summary>The step from <paramref name="parameters"/> to <paramref name="target"/> that the linear model holds
    /// best within a scaled length of <paramref name="radius"/>.</summary>
    /// <param name="parameters">Where the problem is linearised.</param>
    /// <param name="radius">How far the model is trusted.</param>
    /// <param name="damping">The damping of the step before; receives this step's, 0 for the full Gauss-Newton
    /// step.</param>
    /// <param name="target">Receives the parameters after the step.</param>
    /// <returns>The reduction of the sum of squares that the model promises (not positive if there is no step), and
    /// the scaled lengths of step and target.</returns>
    public (double Predicted, double Step, double Size) Step(
        ReadOnlySpan<double> parameters, double radius, ref double damping, Span<double> target)
    {
        held.AsSpan(0, n).CopyTo(stopped);
        Array.Clear(step);
        damping = Damping(radius, damping);
        while (StopAtBounds(parameters))
        {
            if (!Solve(damping))
                return (0, double.PositiveInfinity, 1);
        }

        double moved = 0, size = 0;
        for (var i = 0; i < n; i++)
        {
            target[i] = Math.Clamp(parameters[i] + right[i], lower[i], upper[i]);
            step[i] = target[i] - parameters[i];
            moved += scale[i] * step[i] * step[i];
            size += scale[i] * target[i] * target[i];
        }

        return (Promise(), Math.Sqrt(moved), Math.Sqrt(size));
    }

    public double Size(ReadOnlySpan<double> parameters)
    {
        var size = 0.0;
        for (var i = 0; i < n; i++)
            size += scale[i] * parameters[i] * parameters[i];
        return Math.Sqrt(size);
    }

    // Stops at their bounds what the step just solved for would carry past them; whether there was any.
    private bool StopAtBounds(ReadOnlySpan<double> parameters)
    {
        var beyond = false;
        for (var i = 0; i < n; i++)
        {
            var reached = parameters[i] + right[i];
            if (stopped[i] || (reached >= lower[i] && reached <= upper[i]))
                continue;
            step[i] = (reached < lower[i] ? lower[i] : upper[i]) - parameters[i];
            stopped[i] = true;
            beyond = true;
        }

        return beyond;
    }

    // The damping whose step is as long as the radius to a tenth, by Newton's iteration on the secular equation
    // (More 1978); 0 where the undamped step is shorter. Leaves that step in the right-hand side.
    private double Damping(double radius, double before)
    {
        const int most = 10;
        double low = 0, excess = double.PositiveInfinity;
        if (Solve(0))
        {
            var length = Length();
            excess = length - radius;
            if (excess <= 0.1 * radius)
                return 0;
            low = excess / radius / Steepness(length);
        }

        double high = GradientLength() / radius, damping = Math.Clamp(before, low, Math.Max(low, high));
        for (var iteration = 0; ; iteration++)
        {
            if (!(damping > 0))
                damping = Math.Max(double.Epsilon, 0.001 * high);
            if (!Solve(damping))
            {
                // Too little to make the matrix definite.
                low = damping;
                damping = Math.Max(10 * damping, 1e-14);
                if (iteration < 2 * most)
                    continue;
                right.AsSpan(0, n).Clear();
                return damping;
            }

            var length = Length();
            var last = excess;
            excess = length - radius;
            if (Math.Abs(excess) <= 0.1 * radius || (low == 0 && excess <= last && last < 0) || iteration >= most)
                return damping;
            if (excess > 0)
                low = Math.Max(low, damping);
            else
                high = Math.Min(high, damping);
            damping = Math.Max(low, damping + excess / radius / Steepness(length));
        }
    }

    private double Length()
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            sum += stopped[i] ? 0 : scale[i] * right[i] * right[i];
        return Math.Sqrt(sum);
    }

    // |U'^-1 D s|^2 / |s|^2 for the step and factor at hand: minus the derivative of log |s| by the damping.
    private double Steepness(double length)
    {
        for (var i = 0; i < n; i++)
            direction[i] = stopped[i] ? 0 : scale[i] * right[i] / length;
        CholeskyKernel.SolveLower(factor, n, leading, direction);
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            sum += direction[i] * direction[i];
        return sum;
    }

    private double GradientLength()
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            var gradient = gram[n * leading + i];
            sum += stopped[i] || scale[i] == 0 ? 0 : gradient * gradient / scale[i];
        }

        return Math.Sqrt(sum);
    }

    // Solves (J'J + damping D) s = -J'r for the parameters not stopped, given the steps of those that are.
    private bool Solve(double damping)
    {
        for (var i = 0; i < n; i++)
        {
            var row = factor.AsSpan(i * leading, leading);
            gram.AsSpan(i * leading, leading).CopyTo(row);
            row[i] += damping * (scale[i] > 0 ? scale[i] : 1);
            right[i] = -gram[n * leading + i];
        }

        for (var j = 0; j < n; j++)
        {
            if (!stopped[j])
                continue;
            for (var i = 0; i < n; i++)
            {
                right[i] -= gram[i * leading + j] * step[j];
                factor[i * leading + j] = 0;
                factor[j * leading + i] = 0;
            }

            factor[j * leading + j] = 1;
        }

        for (var j = 0; j < n; j++)
            right[j] = stopped[j] ? step[j] : right[j];
        if (!CholeskyKernel.Factor(factor, n, leading))
            return false;
        CholeskyKernel.Solve(factor, n, leading, right);
        return true;
    }

    private double Promise()
    {
        var promise = 0.0;
        for (var i = 0; i < n; i++)
        {
            var curvature = 0.0;
            for (var j = 0; j < n; j++)
                curvature += gram[i * leading + j] * step[j];
            promise -= step[i] * (2 * gram[n * leading + i] + curvature);
        }

        return promise;
    }

    private void Bound(ReadOnlySpan<double> given, double[] bounds, double none)
    {
        if (given.IsEmpty)
            bounds.AsSpan(0, n).Fill(none);
        else if (given.Length == n)
            given.CopyTo(bounds);
        else
            throw new ArgumentException($"{n} parameters need {n} bounds; {given.Length} given.");
    }
}

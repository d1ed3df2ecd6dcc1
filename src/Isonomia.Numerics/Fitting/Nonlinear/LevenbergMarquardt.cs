using Isonomia.Numerics.LinearAlgebra;
using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>
/// Nonlinear least squares for few parameters, with bounds: Levenberg-Marquardt in the trust-region form of More 1978
/// (Lecture Notes in Mathematics 630:105; MINPACK's lmder, which SciPy's curve_fit runs), on the normal equations, with
/// an active set: parameters that a step would carry past a bound stop there, and the step of the others is solved
/// for again. Finds local minima, as any such method does. The object is the workspace: keep one a thread and use it
/// again; once it has grown, fitting allocates nothing.
/// </summary>
public sealed class LevenbergMarquardt
{
    private const double Accept = 1e-4, Rounding = 1e-14;
    private readonly LevenbergMarquardtOptions options;
    private readonly NormalEquations equations = new();
    private double[] trial = [];

    /// <summary>A workspace, which grows to what it meets.</summary>
    /// <param name="options">Null for the defaults.</param>
    public LevenbergMarquardt(LevenbergMarquardtOptions? options = null) => this.options = options ?? new();

    /// <summary>Moves the parameters to a local minimum of the sum of squared residuals.</summary>
    /// <param name="problem">The residuals and their derivatives.</param>
    /// <param name="parameters">Where to start, brought within the bounds first; receives the minimum.</param>
    /// <param name="lower">Lower bounds (negative infinity for none); empty for none at all.</param>
    /// <param name="upper">Upper bounds (infinity for none); empty for none at all.</param>
    /// <exception cref="ArgumentException">Sizes disagree, or a lower bound lies above the upper.</exception>
    public LeastSquaresResult Fit<T>(
        ref T problem,
        scoped Span<double> parameters,
        scoped ReadOnlySpan<double> lower = default,
        scoped ReadOnlySpan<double> upper = default)
        where T : ILeastSquaresProblem, allows ref struct
    {
        var n = problem.ParameterCount;
        if (parameters.Length != n)
            throw new ArgumentException($"{n} parameters sought, {parameters.Length} given.", nameof(parameters));
        if (problem.ResidualCount < 1)
            throw new ArgumentException("There are no residuals to fit.", nameof(problem));
        equations.Prepare(n, problem.ResidualCount, lower, upper);
        equations.Confine(parameters);
        if (trial.Length < n)
            trial = new double[n];
        var candidate = trial.AsSpan(0, n);

        problem.Evaluate(parameters, equations.Residuals);
        var cost = equations.Cost();
        var evaluations = 1;
        double radius = 0, damping = 0;
        if (!double.IsFinite(cost))
            return new LeastSquaresResult(cost, 0, evaluations, StopReason.NotFinite);

        for (var iteration = 1; iteration <= options.MaxIterations; iteration++)
        {
            problem.Jacobian(parameters, equations.Columns, equations.Stride);
            if (!equations.Linearise(parameters))
                return new LeastSquaresResult(cost, iteration, evaluations, StopReason.NotFinite);
            if (equations.GradientCosine(cost) <= options.GradientTolerance)
                return new LeastSquaresResult(cost, iteration, evaluations, StopReason.GradientVanished);
            if (iteration == 1)
                radius = options.FirstRadius * (equations.Size(parameters) is > 0 and var size ? size : 1);

            for (var accepted = false; !accepted;)
            {
                var (predicted, step, size) = equations.Step(parameters, radius, ref damping, candidate);
                var next = double.PositiveInfinity;
                if (predicted > 0)
                {
                    problem.Evaluate(candidate, equations.Residuals);
                    next = equations.Cost();
                    evaluations++;
                }

                var reduction = double.IsFinite(next) ? cost - next : double.NegativeInfinity;
                var gain = predicted > 0 ? reduction / predicted : -1;
                if (iteration == 1)
                    radius = Math.Min(radius, step);
                (radius, damping) = Trust(gain, radius, step, damping);

                var noise = Rounding * cost;
                accepted = gain >= Accept || (predicted <= noise && Math.Abs(reduction) <= noise);
                if (accepted)
                {
                    candidate.CopyTo(parameters);
                    cost = next;
                }

                var tolerance = options.CostTolerance * cost;
                if (predicted > 0 && predicted <= tolerance && Math.Abs(reduction) <= tolerance && gain <= 2)
                    return new LeastSquaresResult(cost, iteration, evaluations, StopReason.CostSettled);
                if (radius <= options.StepTolerance * size)
                    return new LeastSquaresResult(cost, iteration, evaluations, StopReason.ParametersSettled);
                if (radius <= double.Epsilon / Rounding || (!accepted && radius <= Rounding * size))
                    return new LeastSquaresResult(cost, iteration, evaluations, StopReason.NoDescent);
            }
        }

        return new LeastSquaresResult(cost, options.MaxIterations, evaluations, StopReason.IterationLimit);
    }

    private static (double Radius, double Damping) Trust(double gain, double radius, double step, double damping)
    {
        if (gain <= 0.25)
        {
            // The minimum of the parabola through the cost, its slope and the cost after the step, within limits.
            var shrink = gain >= 0 ? 0.5 : Math.Clamp(1 / (2 - gain), 0.1, 0.5);
            return (shrink * Math.Min(radius, step / 0.1), damping / shrink);
        }

        return gain >= 0.75 || damping == 0 ? (2 * step, damping / 2) : (radius, damping);
    }

    /// <summary>
    /// Covariance of the parameters at a minimum, as if the problem were linear there and the bounds far away:
    /// s^2 times the inverse of J'J, s^2 the sum of squares over residuals less parameters. Standard errors are the
    /// roots of its diagonal. The same as SciPy's curve_fit gives.
    /// </summary>
    /// <param name="problem">The problem fitted.</param>
    /// <param name="parameters">The parameters found.</param>
    /// <returns>The matrix, row after row; null where the residuals do not determine every parameter, or leave no
    /// degrees of freedom.</returns>
    public static double[]? Covariance<T>(ref T problem, scoped ReadOnlySpan<double> parameters)
        where T : ILeastSquaresProblem, allows ref struct
    {
        var (n, rows) = (problem.ParameterCount, problem.ResidualCount);
        if (rows <= n)
            return null;
        var residuals = new double[rows];
        var stride = NormalEquations.StrideOf(rows);
        var columns = new double[n * stride];
        problem.Evaluate(parameters, residuals);
        problem.Jacobian(parameters, columns, stride);
        var packed = new double[n * rows];
        for (var j = 0; j < n; j++)
            columns.AsSpan(j * stride, rows).CopyTo(packed.AsSpan(j * rows));
        var squares = SumKernel.Products(residuals, 0, residuals, 0);
        if (!HouseholderQr.TryFactor(packed, rows, n, out var qr) || !double.IsFinite(squares))
            return null;
        var covariance = qr.InverseGram();
        foreach (ref var item in covariance.AsSpan())
            item *= squares / (rows - n);
        return covariance;
    }
}

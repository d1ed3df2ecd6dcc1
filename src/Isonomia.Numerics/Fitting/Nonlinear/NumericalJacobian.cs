namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>
/// A problem whose derivatives are taken by central differences, with steps of 6e-6 of each parameter (the cube root
/// of machine precision) that do not leave the bounds. Costs two evaluations a parameter; where derivatives have a
/// formula, write it.
/// </summary>
/// <typeparam name="T">The residuals.</typeparam>
public struct NumericalJacobian<T> : ILeastSquaresProblem
    where T : IResidualFunction
{
    private const double RelativeStep = 6.055454452393343e-6;
    private readonly double[] lower, upper, moved, ahead, behind;
    private T function;

    /// <summary>Wraps residuals.</summary>
    /// <param name="function">The residuals.</param>
    /// <param name="lower">Lower bounds, the same that the fit gets; empty for none.</param>
    /// <param name="upper">Upper bounds; empty for none.</param>
    public NumericalJacobian(
        T function, ReadOnlySpan<double> lower = default, ReadOnlySpan<double> upper = default)
    {
        this.function = function;
        this.lower = lower.ToArray();
        this.upper = upper.ToArray();
        moved = new double[function.ParameterCount];
        ahead = new double[function.ResidualCount];
        behind = new double[function.ResidualCount];
    }

    /// <inheritdoc/>
    public readonly int ParameterCount => moved.Length;

    /// <inheritdoc/>
    public readonly int ResidualCount => ahead.Length;

    /// <inheritdoc/>
    public void Evaluate(scoped ReadOnlySpan<double> parameters, scoped Span<double> residuals) =>
        function.Evaluate(parameters, residuals);

    /// <inheritdoc/>
    public void Jacobian(scoped ReadOnlySpan<double> parameters, scoped Span<double> columns, int stride)
    {
        parameters.CopyTo(moved);
        for (var j = 0; j < moved.Length; j++)
        {
            var value = parameters[j];
            var size = value == 0 ? RelativeStep : RelativeStep * Math.Abs(value);
            var high = upper.Length > 0 ? Math.Min(value + size, upper[j]) : value + size;
            var low = lower.Length > 0 ? Math.Max(value - size, lower[j]) : value - size;
            moved[j] = high;
            function.Evaluate(moved, ahead);
            moved[j] = low;
            function.Evaluate(moved, behind);
            moved[j] = value;
            for (var i = 0; i < ahead.Length; i++)
                columns[j * stride + i] = high > low ? (ahead[i] - behind[i]) / (high - low) : 0;
        }
    }
}

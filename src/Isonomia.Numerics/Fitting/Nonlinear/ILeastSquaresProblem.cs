namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>Residuals whose derivatives are known.</summary>
public interface ILeastSquaresProblem : IResidualFunction
{
    /// <summary>
    /// Computes the derivatives of the residuals. It is only called directly after
    /// <see cref="IResidualFunction.Evaluate"/> at the same parameters, so what that computed can be used again.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="columns">Receives the Jacobian column after column: the derivative of residual i by parameter j
    /// at [j * stride + i].</param>
    /// <param name="stride">Items from one column to the next: the residual count rounded up to a multiple of eight.
    /// What lies between may be overwritten with anything, so that whole vectors can be stored.</param>
    void Jacobian(scoped ReadOnlySpan<double> parameters, scoped Span<double> columns, int stride);
}

namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>How a nonlinear fit ended.</summary>
/// <param name="SumOfSquares">Sum of squared residuals at the parameters found.</param>
/// <param name="Iterations">Linearisations made.</param>
/// <param name="Evaluations">Times the residuals were computed.</param>
/// <param name="Reason">Why it stopped.</param>
public readonly record struct LeastSquaresResult(
    double SumOfSquares, int Iterations, int Evaluations, StopReason Reason)
{
    /// <summary>Whether the parameters are a local minimum to the tolerances asked for.</summary>
    public bool Converged => Reason is not (StopReason.IterationLimit or StopReason.NotFinite);
}

namespace Isonomia.Numerics.Fitting;

/// <summary>A straight line fitted by <see cref="RobustRegression"/>.</summary>
/// <param name="Slope">Change of y per unit of x.</param>
/// <param name="Intercept">y at x = 0.</param>
/// <param name="SlopeError">Standard error of the slope; NaN for fewer than three points.</param>
/// <param name="InterceptError">Standard error of the intercept; NaN for fewer than three points.</param>
/// <param name="Scale">Residual scale: median absolute residual / 0.6745 at the solution.</param>
/// <param name="Iterations">Reweightings made.</param>
/// <param name="Converged">Whether the coefficients settled before the iterations ran out.</param>
public readonly record struct RobustLineFit(
    double Slope,
    double Intercept,
    double SlopeError,
    double InterceptError,
    double Scale,
    int Iterations,
    bool Converged)
{
    /// <summary>The line at <paramref name="x"/>.</summary>
    public double At(double x) => Intercept + Slope * x;
}

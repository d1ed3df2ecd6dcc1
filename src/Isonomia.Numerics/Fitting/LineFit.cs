namespace Isonomia.Numerics.Fitting;

/// <summary>A fitted straight line y = <see cref="Intercept"/> + <see cref="Slope"/> x.</summary>
/// <param name="Slope">Change of y per unit of x.</param>
/// <param name="Intercept">y at x = 0.</param>
/// <param name="SlopeError">Standard error of the slope; NaN for fewer than three points.</param>
/// <param name="InterceptError">Standard error of the intercept; NaN for fewer than three points.</param>
/// <param name="ResidualDeviation">Standard deviation of the residuals, n - 2 in the denominator.</param>
/// <param name="RSquared">Share of the (weighted) variance of y that the line explains; NaN if y is constant.</param>
public readonly record struct LineFit(
    double Slope, double Intercept, double SlopeError, double InterceptError, double ResidualDeviation, double RSquared)
{
    /// <summary>The line at <paramref name="x"/>.</summary>
    public double At(double x) => Intercept + Slope * x;
}

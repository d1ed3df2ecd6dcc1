namespace Isonomia.Numerics.Tests.Fitting.Nonlinear;

/// <summary>A curve's value at x, writing its derivatives by the parameters into the gradient.</summary>
internal delegate double CurveModel(double x, ReadOnlySpan<double> p, Span<double> gradient);

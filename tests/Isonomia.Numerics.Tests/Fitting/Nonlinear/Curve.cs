using Isonomia.Numerics.Fitting.Nonlinear;

namespace Isonomia.Numerics.Tests.Fitting.Nonlinear;

/// <summary>A curve to be fitted to points.</summary>
internal readonly struct Curve(double[] x, double[] y, int parameters, CurveModel model) : ILeastSquaresProblem
{
    public int ParameterCount => parameters;

    public int ResidualCount => y.Length;

    public void Evaluate(scoped ReadOnlySpan<double> p, scoped Span<double> residuals)
    {
        Span<double> gradient = stackalloc double[parameters];
        for (var i = 0; i < y.Length; i++)
            residuals[i] = model(x[i], p, gradient) - y[i];
    }

    public void Jacobian(scoped ReadOnlySpan<double> p, scoped Span<double> columns, int stride)
    {
        Span<double> gradient = stackalloc double[parameters];
        for (var i = 0; i < y.Length; i++)
        {
            model(x[i], p, gradient);
            for (var j = 0; j < parameters; j++)
                columns[j * stride + i] = gradient[j];
        }
    }
}

using Isonomia.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace Isonomia.Modeling.Integration.Stability;

/// <summary>What one step of a method does to a small deviation d, where dd/dt = J d.</summary>
internal static class Amplification
{
    // A deviation that grows by less than this more than it should is the method's inaccuracy, not its instability.
    private const double Tolerance = 1.02;

    /// <summary>
    /// Whether a step makes deviations grow that decay in truth, or grow much more than they do: its largest
    /// amplification exceeds both 1 and that of exp(J dt).
    /// </summary>
    /// <param name="jacobian">J.</param>
    /// <param name="isLinear">For each state whether its equation is linear in it.</param>
    /// <param name="method">The method.</param>
    /// <param name="dt">The step.</param>
    public static bool IsUnstable(Matrix<double> jacobian, bool[] isLinear, IntegrationMethod method, double dt)
    {
        if (!jacobian.ForAll(double.IsFinite))
            return false;
        var n = jacobian.RowCount;
        var truth = MatrixExponential.MinusIdentity((dt * jacobian).ToRowMajorArray(), n);
        for (var i = 0; i < n; i++)
            truth[(i * n) + i] += 1;
        var step = Of(jacobian, isLinear, method, dt);
        return !step.ForAll(double.IsFinite)
            || Radius(step) > Tolerance * Math.Max(1, Radius(Matrix<double>.Build.DenseOfRowMajor(n, n, truth)));
    }

    /// <summary>The largest rate, in absolute terms, with which deviations decay; 0 where none does.</summary>
    public static double FastestDecay(Matrix<double> jacobian) => !jacobian.ForAll(double.IsFinite)
        ? 0
        : jacobian.Evd().EigenValues.Where(l => l.Real < 0).Select(l => l.Magnitude).DefaultIfEmpty(0).Max();

    // The matrix that takes a deviation at the start of a step to that at its end.
    private static Matrix<double> Of(Matrix<double> j, bool[] isLinear, IntegrationMethod method, double h)
    {
        var one = Matrix<double>.Build.DenseIdentity(j.RowCount);
        var z = h * j;
        switch (method)
        {
            case IntegrationMethod.Euler or IntegrationMethod.Milstein:
                return one + z;
            case IntegrationMethod.Heun or IntegrationMethod.RungeKutta2:
                return one + z + (z * z / 2);
            case IntegrationMethod.RungeKutta4:
                return one + (z * (one + (z * (one + (z * (one + (z / 4)) / 3)) / 2)));
            case IntegrationMethod.ExponentialEuler:
                return one + (h * Growth(Decay(j, isLinear), h) * j);
            case IntegrationMethod.ExponentialMidpoint:
                var a = Decay(j, isLinear);
                var middle = h / 2 * Growth(a, h / 2) * j;
                return one + (h * Growth(a, h) * (j + ((j - a) * middle)));
            case IntegrationMethod.ExponentialRungeKutta4:
                return one + Classical(j, Decay(j, isLinear), h);
            default:
                return Matrix<double>.Build.Dense(j.RowCount, j.RowCount);
        }
    }

    // The stages of the exponential Runge-Kutta rule, of the linear equation.
    private static Matrix<double> Classical(Matrix<double> j, Matrix<double> a, double h)
    {
        var growth = Growth(a, h / 2);
        var carry = Matrix<double>.Build.DenseIdentity(j.RowCount) + (h / 2 * a * growth);
        var half = h / 2 * growth * j;
        var whole = half + (carry * half);
        var second = (j - a) * half;
        var third = (j - a) * (half + (h / 2 * second));
        var fourth = (j - a) * (whole + (h * carry * third));
        return whole + (h / 6 * ((2 * carry * (second + third)) + fourth));
    }

    private static Matrix<double> Decay(Matrix<double> j, bool[] isLinear) => Matrix<double>.Build.DenseOfDiagonalVector(
        j.Diagonal().MapIndexed((i, a) => isLinear[i] ? a : Math.Min(a, 0)));

    // exprel(a h) of a diagonal matrix.
    private static Matrix<double> Growth(Matrix<double> a, double h) => Matrix<double>.Build.DenseOfDiagonalVector(
        a.Diagonal().Map(x => x * h == 0 ? 1 : 2 * Math.Sinh(x * h / 2) * Math.Exp(x * h / 2) / (x * h),
            Zeros.Include));

    private static double Radius(Matrix<double> matrix) => matrix.Evd().EigenValues.Max(l => l.Magnitude);
}

using Isonomia.Numerics.LinearAlgebra;

namespace Isonomia.Numerics.Tests.LinearAlgebra;

public class MatrixExponentialTests
{
    // Relative to the largest entry of the expected matrix or of the identity: a few dozen roundings.
    private const double Tolerance = 2e-14;

    [Theory]
    [InlineData(-0.005)]
    [InlineData(-3)]
    [InlineData(-40)]
    [InlineData(12)]
    public void A_single_number_is_its_exponential(double x)
    {
        Assert.Equal(Expm1(x), MatrixExponential.MinusIdentity([x], 1)[0], Math.Abs(Expm1(x)) * Tolerance);
    }

    [Fact]
    public void A_rotation_turns()
    {
        // Reference: exp of [0 -w; w 0] is [cos w, -sin w; sin w, cos w].
        foreach (var w in new[] { 0.01, 1, 25.0 })
        {
            double[] expected = [Math.Cos(w), -Math.Sin(w), Math.Sin(w), Math.Cos(w)];
            Near(expected, Exp([0, -w, w, 0], 2), 1 + w);
        }
    }

    [Fact]
    public void A_defective_matrix_gives_the_alpha_function()
    {
        // Reference: exp of [-a b; 0 -a] is e^-a [1 b; 0 1]; it has one eigenvector only.
        foreach ((double a, double b) in new[] { (0.02, 1.0), (2.0, 3.0), (30.0, 0.5) })
        {
            double[] expected = [Math.Exp(-a), b * Math.Exp(-a), 0, Math.Exp(-a)];
            Near(expected, Exp([-a, b, 0, -a], 2));
        }
    }

    [Fact]
    public void A_nilpotent_matrix_ends_its_series()
    {
        // Reference: N^3 = 0, so exp N = I + N + N²/2.
        double[] nilpotent = [0, 7, -2e6, 0, 0, 5e5, 0, 0, 0];
        double[] expected = [1, 7, -2e6 + (7 * 5e5 / 2), 0, 1, 5e5, 0, 0, 1];
        Near(expected, Exp(nilpotent, 3));
        Assert.Equal([1, 0, 0, 1], Exp([0, 0, 0, 0], 2));
    }

    [Fact]
    public void Units_of_very_different_size_cost_no_accuracy()
    {
        // Reference: eigenvalues of [-100 -3.6e9; 3e-8 -7] x 1e-4 by the quadratic formula, and Sylvester's formula:
        // exp A = e^l1 (A - l2)/(l1 - l2) + e^l2 (A - l1)/(l2 - l1). Volts and amperes of an adaptive cell.
        double[] a = [-100e-4, -3.6e5, 3e-12, -7e-4];
        var (mean, product) = ((a[0] + a[3]) / 2, (a[0] * a[3]) - (a[1] * a[2]));
        var root = Math.Sqrt((mean * mean) - product);
        var (first, second) = (mean + root, mean - root);
        var expected = new double[4];
        for (var i = 0; i < 4; i++)
        {
            var one = i is 0 or 3 ? 1 : 0;
            expected[i] = ((Expm1(first) * (a[i] - (second * one))) - (Expm1(second) * (a[i] - (first * one))))
                / (first - second);
        }

        var found = MatrixExponential.MinusIdentity(a, 2);
        for (var i = 0; i < 4; i++)
            Assert.Equal(expected[i], found[i], Math.Abs(expected[i]) * 1e-11);
    }

    [Fact]
    public void Slow_decay_keeps_its_relative_accuracy()
    {
        // Reference: e^x - 1, and for the chain the series 1e-9 (1 - (1e-9 + 3e-9)/2 + ...).
        var found = MatrixExponential.MinusIdentity([-1e-9, 1e-9, 0, -3e-9], 2);
        Assert.Equal(Expm1(-1e-9), found[0], 1e-24);
        Assert.Equal(Expm1(-3e-9), found[3], 1e-24);
        Assert.Equal(1e-9 * (1 - 2e-9), found[1], 1e-24);
    }

    [Fact]
    public void The_exponential_of_a_sum_of_commuting_matrices_is_the_product()
    {
        // Reference: exp(2A) = exp(A) exp(A), over matrices of growing norm.
        var numbers = new System.Random(3);
        for (var n = 1; n <= 6; n++)
        {
            for (var scale = 0.01; scale < 20; scale *= 6)
            {
                var a = Enumerable.Range(0, n * n).Select(_ => scale * (numbers.NextDouble() - 0.5)).ToArray();
                var once = Exp(a, n);
                var twice = new double[n * n];
                for (var i = 0; i < n * n; i++)
                    twice[i] = Enumerable.Range(0, n).Sum(k => once[(i / n * n) + k] * once[(k * n) + (i % n)]);
                Near(twice, Exp([.. a.Select(x => 2 * x)], n), 50 * (1 + scale));
            }
        }
    }

    [Fact]
    public void Sizes_must_agree_and_infinite_rates_give_no_number()
    {
        Assert.Throws<ArgumentException>(() => Exp([1, 2], 2));
        Assert.All(Exp([double.PositiveInfinity, 0, 0, 1], 2), x => Assert.True(double.IsNaN(x)));
    }

    // e^x - 1 without cancellation.
    private static double Expm1(double x) => 2 * Math.Sinh(x / 2) * Math.Exp(x / 2);

    private static double[] Exp(double[] matrix, int size)
    {
        var result = MatrixExponential.MinusIdentity(matrix, size);
        for (var i = 0; i < size; i++)
            result[(i * size) + i] += 1;
        return result;
    }

    private static void Near(double[] expected, double[] found, double factor = 1)
    {
        var largest = Math.Max(1, expected.Max(Math.Abs));
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], largest * Tolerance * factor);
    }
}

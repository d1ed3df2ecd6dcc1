using Isonomia.Numerics.Fitting;

namespace Isonomia.Numerics.Tests.Fitting;

public class LeastSquaresTests
{
    // NIST StRD Norris, calibration of ozone monitors: y, x.
    private static readonly double[] Norris =
    [
        0.1, 0.2, 338.8, 337.4, 118.1, 118.2, 888.0, 884.6, 9.2, 10.1, 228.1, 226.5, 668.5, 666.3, 998.5, 996.3,
        449.1, 448.6, 778.9, 777.0, 559.2, 558.2, 0.3, 0.4, 0.1, 0.6, 778.1, 775.5, 668.8, 666.9, 339.3, 338.0,
        448.9, 447.5, 10.8, 11.6, 557.7, 556.0, 228.3, 228.1, 998.0, 995.8, 888.8, 887.6, 119.6, 120.2, 0.3, 0.3,
        0.6, 0.3, 557.6, 556.8, 339.3, 339.1, 888.0, 887.2, 998.5, 999.0, 778.9, 779.0, 10.2, 11.1, 117.6, 118.3,
        228.9, 229.2, 668.4, 669.1, 449.2, 448.9, 0.2, 0.5,
    ];

    // NIST StRD Longley: employment, then deflator, GNP, unemployed, armed forces, population, year.
    private static readonly double[] Longley =
    [
        60323, 83.0, 234289, 2356, 1590, 107608, 1947, 61122, 88.5, 259426, 2325, 1456, 108632, 1948,
        60171, 88.2, 258054, 3682, 1616, 109773, 1949, 61187, 89.5, 284599, 3351, 1650, 110929, 1950,
        63221, 96.2, 328975, 2099, 3099, 112075, 1951, 63639, 98.1, 346999, 1932, 3594, 113270, 1952,
        64989, 99.0, 365385, 1870, 3547, 115094, 1953, 63761, 100.0, 363112, 3578, 3350, 116219, 1954,
        66019, 101.2, 397469, 2904, 3048, 117388, 1955, 67857, 104.6, 419180, 2822, 2857, 118734, 1956,
        68169, 108.4, 442769, 2936, 2798, 120445, 1957, 66513, 110.8, 444546, 4681, 2637, 121950, 1958,
        68655, 112.6, 482704, 3813, 2552, 123366, 1959, 69564, 114.2, 502601, 3931, 2514, 125368, 1960,
        69331, 115.7, 518173, 4806, 2572, 127852, 1961, 70551, 116.9, 554894, 4007, 2827, 130081, 1962,
    ];

    private static double[] NorrisX => [.. Norris.Where((_, i) => i % 2 == 1)];

    private static double[] NorrisY => [.. Norris.Where((_, i) => i % 2 == 0)];

    [Fact]
    public void A_line_through_the_Norris_data_has_the_certified_coefficients_and_errors()
    {
        // Reference: NIST StRD Norris, certified; 11 digits asked of 15 given.
        var fit = LeastSquares.Line(NorrisX, NorrisY);
        Near(1.00211681802045, fit.Slope);
        Near(-0.262323073774029, fit.Intercept);
        Near(0.429796848199937e-3, fit.SlopeError);
        Near(0.232818234301152, fit.InterceptError);
        Near(0.884796396144373, fit.ResidualDeviation);
        Near(0.999993745883712, fit.RSquared);
    }

    [Fact]
    public void A_general_design_with_a_constant_and_one_regressor_is_a_line()
    {
        // Reference: NIST StRD Norris, certified.
        double[] design = [.. NorrisX.SelectMany(x => (double[])[1, x])];
        var fit = LeastSquares.Fit(design, 2, NorrisY);
        Near(-0.262323073774029, fit.Coefficients[0]);
        Near(1.00211681802045, fit.Coefficients[1]);
        Near(0.232818234301152, fit.StandardErrors[0]);
        Near(0.429796848199937e-3, fit.StandardErrors[1]);
        Near(0.999993745883712, fit.RSquared);
    }

    [Fact]
    public void Nearly_collinear_regressors_keep_eight_digits()
    {
        // Reference: NIST StRD Longley (condition number 5e9), certified; 1e-8 relative.
        double[] y = [.. Longley.Where((_, i) => i % 7 == 0)];
        double[] design = [.. Longley.Select((v, i) => i % 7 == 0 ? 1 : v)];
        var fit = LeastSquares.Fit(design, 7, y);
        double[] coefficients =
        [
            -3482258.63459582, 15.0618722713733, -0.358191792925910e-01, -2.02022980381683, -1.03322686717359,
            -0.511041056535807e-01, 1829.15146461355,
        ];
        double[] errors =
        [
            890420.383607373, 84.9149257747669, 0.334910077722432e-01, 0.488399681651699, 0.214274163161675,
            0.226073200069370, 455.478499142212,
        ];
        for (var i = 0; i < 7; i++)
        {
            Near(coefficients[i], fit.Coefficients[i], 1e-8);
            Near(errors[i], fit.StandardErrors[i], 1e-8);
        }

        Near(304.854073561965, fit.ResidualDeviation, 1e-8);
        Near(0.995479004577296, fit.RSquared, 1e-10);
    }

    [Fact]
    public void A_point_of_weight_two_counts_as_two_points_would()
    {
        // Reference: the same data with the point repeated; coefficients only (degrees of freedom differ).
        double[] x = [1, 2, 3, 4.5, 7], y = [2, 1, 4, 3, 8], w = [1, 1, 2, 1, 1];
        var weighted = LeastSquares.Line(x, y, w);
        var repeated = LeastSquares.Line([1, 2, 3, 3, 4.5, 7], [2, 1, 4, 4, 3, 8]);
        Near(repeated.Slope, weighted.Slope);
        Near(repeated.Intercept, weighted.Intercept);
        var general = LeastSquares.Fit([.. x.SelectMany(v => (double[])[1, v])], 2, y, w);
        Near(weighted.Slope, general.Coefficients[1]);
        Near(weighted.SlopeError, general.StandardErrors[1]);
        Near(weighted.InterceptError, general.StandardErrors[0]);
        Near(weighted.RSquared, general.RSquared);
    }

    [Fact]
    public void Equal_weights_change_nothing_and_zero_weights_remove_points()
    {
        // Reference: the unweighted fit, of all points and of those that count.
        var plain = LeastSquares.Line(NorrisX, NorrisY);
        double[] equal = [.. Enumerable.Repeat(3.0, 36)];
        var weighted = LeastSquares.Line(NorrisX, NorrisY, equal);
        Near(plain.Slope, weighted.Slope);
        Near(plain.SlopeError, weighted.SlopeError);
        Near(plain.InterceptError, weighted.InterceptError);
        double[] some = [.. Enumerable.Range(0, 36).Select(i => i < 20 ? 1.0 : 0)];
        var half = LeastSquares.Line(NorrisX.AsSpan(0, 20), NorrisY.AsSpan(0, 20));
        var zeroed = LeastSquares.Line(NorrisX, NorrisY, some);
        Near(half.Slope, zeroed.Slope);
        Near(half.SlopeError, zeroed.SlopeError);
        Near(half.RSquared, zeroed.RSquared);
    }

    [Fact]
    public void A_vertical_line_has_no_slope_and_a_flat_one_explains_nothing()
    {
        Assert.True(double.IsNaN(LeastSquares.Line([2, 2, 2], [1, 2, 3]).Slope));
        var flat = LeastSquares.Line([1, 2, 3], [5, 5, 5]);
        Assert.Equal((0, 5), (flat.Slope, flat.Intercept));
        Assert.True(double.IsNaN(flat.RSquared));
    }

    [Fact]
    public void A_design_without_independent_columns_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit([1, 2, 1, 2, 1, 2], 2, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Line([1], [1]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Line([1, 2], [1, 2, 3]));
    }

    private static void Near(double expected, double actual, double relative = 1e-11) =>
        Assert.Equal(expected, actual, Math.Abs(expected) * relative);
}

using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Tests.Fitting;

public class RobustRegressionTests
{
    // Belgian telephone calls, 1950-1973: six years were recorded in minutes, not calls (Rousseeuw and Leroy 1987).
    private static readonly double[] Calls =
    [
        4.4, 4.7, 4.7, 5.9, 6.6, 7.3, 8.1, 8.8, 10.6, 12.0, 13.5, 14.9, 16.1, 21.2, 119.0, 124.0, 142.0, 159.0, 182.0,
        212.0, 43.0, 24.0, 27.0, 29.0,
    ];

    private static double[] Years => [.. Enumerable.Range(50, 24).Select(y => (double)y)];

    [Fact]
    public void Bisquare_ignores_the_years_of_telephone_calls_counted_in_minutes()
    {
        // Reference: R, MASS::rlm(psi.bisquare), Venables and Ripley 2002, table of section 6.5: -52.302 + 1.098 x,
        // scale 1.654 (rlm stops at a relative change of 1e-4).
        var fit = RobustRegression.Line(Years, Calls, RobustOptions.WithoutLeverage);
        Assert.True(fit.Converged);
        Assert.Equal(1.098, fit.Slope, 1e-3);
        Assert.Equal(-52.302, fit.Intercept, 2e-2);
        Assert.Equal(1.654, fit.Scale, 3e-3);
    }

    [Fact]
    public void Huber_is_pulled_by_them_but_less_than_least_squares()
    {
        // Reference: R, MASS::rlm (Huber), same source: -102.622 + 2.041 x, scale 9.032. Least squares 5.04.
        var huber = RobustOptions.WithoutLeverage with { Weight = RobustWeight.Huber };
        var fit = RobustRegression.Line(Years, Calls, huber);
        Assert.Equal(2.041, fit.Slope, 2e-3);
        Assert.Equal(-102.622, fit.Intercept, 0.1);
        Assert.Equal(9.032, fit.Scale, 3e-2);
        Assert.InRange(fit.Slope, 1.2, LeastSquares.Line(Years, Calls).Slope - 2);
    }

    [Fact]
    public void A_line_noise_peak_does_not_bend_the_slope_of_a_spectrum()
    {
        // Reference: the true exponent. log-log spectrum of slope -2 with 50 Hz interference ten times the rest.
        double[] x = [.. Enumerable.Range(30, 31).Select(f => Math.Log10(f))];
        double[] y = [.. Enumerable.Range(30, 31).Select(f => 3 - 2 * Math.Log10(f) + (f is 49 or 50 or 51 ? 1 : 0))];
        var weights = new double[x.Length];
        var fit = RobustRegression.Line(x, y, null, weights);
        Assert.Equal(-2, fit.Slope, 1e-6);
        Assert.Equal(3, fit.Intercept, 1e-6);
        Assert.Equal([0.0, 0.0, 0.0], weights.AsSpan(19, 3).ToArray());
        Assert.InRange(Math.Abs(LeastSquares.Line(x, y).Slope + 2), 0.2, 2);
    }

    [Fact]
    public void The_solution_satisfies_the_estimating_equations_of_the_bisquare()
    {
        // Reference: closed form: sums of w r and w r x are zero at the solution, with the weights of the definition
        // (leverage-adjusted residuals over 4.685 scales, scale from all but the smallest residual).
        var (x, y) = Noisy(60);
        var weights = new double[x.Length];
        var fit = RobustRegression.Line(x, y, null, weights);
        var mean = x.Average();
        var xx = x.Sum(v => (v - mean) * (v - mean));
        double[] r = [.. x.Select((v, i) => y[i] - fit.At(v))];
        double[] adjusted = [.. r.Select((v, i) => v / Math.Sqrt(1 - 1.0 / 60 - (x[i] - mean) * (x[i] - mean) / xx))];
        double[] sizes = [.. adjusted.Select(Math.Abs).Order().Skip(1)];
        var scale = sizes[29] / 0.6745;
        Assert.Equal(scale, fit.Scale, 1e-9);
        for (var i = 0; i < 60; i++)
            Assert.Equal(Math.Pow(Math.Max(0, 1 - Math.Pow(adjusted[i] / (4.685 * scale), 2)), 2), weights[i], 1e-5);
        Assert.Equal(0, r.Select((v, i) => v * weights[i]).Sum(), 1e-6);
        Assert.Equal(0, r.Select((v, i) => v * weights[i] * x[i]).Sum(), 1e-5);
    }

    [Fact]
    public void Standard_errors_tell_how_far_slopes_scatter_from_sample_to_sample()
    {
        // Reference: the scatter itself, over 2,000 samples with normal errors (its own error 1.6 %); 8 % allowed.
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i / 10.0)];
        double sum = 0, squares = 0, claimed = 0;
        var noise = new double[40];
        for (var sample = 0; sample < 2000; sample++)
        {
            new RandomStream(1, "robust", sample).FillNormal(noise);
            var fit = RobustRegression.Line(x, [.. x.Select((v, i) => 1 + 2 * v + noise[i])]);
            sum += fit.Slope;
            squares += fit.Slope * fit.Slope;
            claimed += fit.SlopeError;
        }

        var scatter = Math.Sqrt(squares / 2000 - sum / 2000 * (sum / 2000));
        Assert.Equal(2, sum / 2000, 4 * scatter / Math.Sqrt(2000));
        Assert.Equal(1, claimed / 2000 / scatter, 0.08);
    }

    [Fact]
    public void With_normal_errors_bisquare_is_95_per_cent_as_efficient_as_least_squares()
    {
        // Reference: asymptotic efficiency of the 4.685 bisquare, 0.95 (Holland and Welsch 1977); n = 200 and 1,000
        // samples leave 4 points of uncertainty.
        double[] x = [.. Enumerable.Range(0, 200).Select(i => i / 100.0)];
        double robust = 0, ordinary = 0;
        var noise = new double[200];
        for (var sample = 0; sample < 1000; sample++)
        {
            new RandomStream(2, "efficiency", sample).FillNormal(noise);
            robust += Math.Pow(RobustRegression.Line(x, noise, RobustOptions.WithoutLeverage).Slope, 2);
            ordinary += Math.Pow(LeastSquares.Line(x, noise).Slope, 2);
        }

        Assert.Equal(0.95, ordinary / robust, 0.04);
    }

    [Fact]
    public void An_exact_line_is_found_exactly_and_a_vertical_one_not_at_all()
    {
        var fit = RobustRegression.Line([1, 2, 3, 4], [3, 5, 7, 9]);
        Assert.True(fit.Converged);
        Assert.Equal(2, fit.Slope, 1e-12);
        Assert.Equal(1, fit.Intercept, 1e-12);
        Assert.True(double.IsNaN(RobustRegression.Line([1, 1, 1], [1, 2, 3]).Slope));
    }

    private static (double[] X, double[] Y) Noisy(int n)
    {
        var stream = new RandomStream(4, "robust test");
        double[] x = [.. Enumerable.Range(0, n).Select(_ => stream.Uniform(0, 10))];
        double[] y = [.. x.Select((v, i) => 1 - 0.5 * v + stream.Normal() + (i % 9 == 0 ? 12 : 0))];
        return (x, y);
    }
}

using Isonomia.Numerics.Fitting.Nonlinear;

namespace Isonomia.Numerics.Tests.Fitting.Nonlinear;

public class LevenbergMarquardtTests
{
    [Theory]
    [InlineData("Misra1a", 0)]
    [InlineData("Misra1a", 1)]
    [InlineData("BoxBOD", 0)]
    [InlineData("BoxBOD", 1)]
    [InlineData("MGH09", 0)]
    [InlineData("MGH09", 1)]
    [InlineData("Thurber", 0)]
    [InlineData("Thurber", 1)]
    [InlineData("Eckerle4", 0)]
    [InlineData("Eckerle4", 1)]
    [InlineData("MGH17", 0)]
    [InlineData("MGH17", 1)]
    public void Certified_parameters_and_their_errors_are_found_from_both_starts(string name, int start)
    {
        // Reference: NIST StRD nonlinear regression, 11 certified digits. The default tolerances promise the sum of
        // squares to 1e-8, hence parameters to 1e-3 of their standard deviations; tight ones give 7 digits of the
        // parameters, their deviations and the sum of squares.
        var nist = NistProblem.Named(name);
        var problem = new Curve(nist.X, nist.Y, nist.Certified.Length, nist.Model);
        var loose = nist.Starts[start].ToArray();
        var result = new LevenbergMarquardt().Fit(ref problem, loose);
        Assert.True(result.Converged, result.ToString());
        Near([nist.Squares], [result.SumOfSquares], 1e-7);
        for (var i = 0; i < loose.Length; i++)
            Assert.Equal(nist.Certified[i], loose[i], 1e-3 * nist.Deviations[i]);

        var tight = nist.Starts[start].ToArray();
        LevenbergMarquardtOptions options = new()
        {
            CostTolerance = 1e-15,
            StepTolerance = 1e-12,
            GradientTolerance = 1e-13,
        };
        result = new LevenbergMarquardt(options).Fit(ref problem, tight);
        Assert.True(result.Converged, result.ToString());
        Near(nist.Certified, tight, 1e-7);
        Near([nist.Squares], [result.SumOfSquares], 1e-7);
        var covariance = LevenbergMarquardt.Covariance(ref problem, tight)!;
        var n = tight.Length;
        Near(nist.Deviations, [.. Enumerable.Range(0, n).Select(i => Math.Sqrt(covariance[i * n + i]))], 1e-7);
    }

    [Theory]
    [InlineData("Misra1a")]
    [InlineData("Thurber")]
    [InlineData("Eckerle4")]
    public void Without_formulas_for_the_derivatives_the_same_parameters_are_found(string name)
    {
        // Reference: NIST StRD; at the default tolerances parameters to 1e-3 of their standard deviations.
        var nist = NistProblem.Named(name);
        var problem = new NumericalJacobian<Curve>(new Curve(nist.X, nist.Y, nist.Certified.Length, nist.Model));
        var parameters = nist.Starts[1].ToArray();
        var result = new LevenbergMarquardt().Fit(ref problem, parameters);
        Assert.True(result.Converged, result.ToString());
        for (var i = 0; i < parameters.Length; i++)
            Assert.Equal(nist.Certified[i], parameters[i], 1e-3 * nist.Deviations[i]);
    }

    [Fact]
    public void A_parameter_stopped_by_its_bound_leaves_the_others_as_if_it_were_fixed_there()
    {
        // Reference: the one-parameter fit of Misra1a with the asymptote fixed at the bound, 230 (free: 238.9).
        var nist = NistProblem.Named("Misra1a");
        var bounded = new Curve(nist.X, nist.Y, 2, nist.Model);
        var parameters = nist.Starts[1].ToArray();
        var result = new LevenbergMarquardt().Fit(ref bounded, parameters, [0, 0], [230, 1]);
        Assert.True(result.Converged);
        Assert.Equal(230, parameters[0]);

        var rate = new[] { 5e-4 };
        var single = new Curve(nist.X, nist.Y, 1, (x, p, g) =>
        {
            g[0] = 230 * x * Math.Exp(-p[0] * x);
            return 230 * (1 - Math.Exp(-p[0] * x));
        });
        var alone = new LevenbergMarquardt().Fit(ref single, rate);
        Assert.Equal(alone.SumOfSquares, result.SumOfSquares, 1e-8 * alone.SumOfSquares);
        Assert.Equal(rate[0], parameters[1], 1e-6 * rate[0]);
    }

    [Fact]
    public void A_start_on_the_wrong_side_of_a_bound_is_brought_back_and_can_leave_the_bound_again()
    {
        // Reference: closed form: |p - (3, -1)| is least at (3, 0) where the second parameter may not be negative.
        var problem = new Curve([0, 1], [3, -1], 2, (x, p, g) =>
        {
            (g[0], g[1]) = x == 0 ? (1, 0) : (0, 1);
            return x == 0 ? p[0] : p[1];
        });
        double[] parameters = [9, -5];
        var result = new LevenbergMarquardt().Fit(ref problem, parameters, [2, 0], [4, 10]);
        Assert.True(result.Converged);
        Assert.Equal(3, parameters[0], 1e-9);
        Assert.Equal(0, parameters[1]);
        Assert.Equal(1, result.SumOfSquares, 1e-9);
    }

    [Fact]
    public void Peaks_of_a_spectrum_are_found_and_no_bound_is_crossed_on_the_way()
    {
        // Reference: first-order conditions of a bounded minimum: the gradient vanishes for free parameters and
        // presses those at bounds outwards (cosines below 1e-4: the cost is then within 1e-8 of its minimum).
        for (var seed = 0; seed < 40; seed++)
        {
            var (problem, start, lower, upper) = PeakProblem.Random(seed);
            var parameters = start.ToArray();
            var result = new LevenbergMarquardt().Fit(ref problem, parameters, lower, upper);
            Assert.True(result.Converged, result.ToString());
            Assert.InRange(result.SumOfSquares, 0, problem.Squares(start));
            for (var i = 0; i < parameters.Length; i++)
            {
                Assert.InRange(parameters[i], lower[i], upper[i]);
                var cosine = problem.GradientCosine(parameters, i);
                if (parameters[i] == lower[i])
                    Assert.True(cosine > -1e-4);
                else if (parameters[i] == upper[i])
                    Assert.True(cosine < 1e-4);
                else
                    Assert.InRange(cosine, -1e-4, 1e-4);
            }
        }
    }

    [Fact]
    public void A_second_fit_in_the_same_workspace_allocates_nothing_and_gives_the_same_bits()
    {
        var (problem, start, lower, upper) = PeakProblem.Random(3);
        var workspace = new LevenbergMarquardt();
        var first = start.ToArray();
        var result = workspace.Fit(ref problem, first, lower, upper);
        var second = start.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = workspace.Fit(ref problem, second, lower, upper);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(result, again);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Failures_are_told_apart()
    {
        var nist = NistProblem.Named("Thurber");
        var problem = new Curve(nist.X, nist.Y, 7, nist.Model);
        var parameters = nist.Starts[0].ToArray();
        var hurried = new LevenbergMarquardt(new() { MaxIterations = 2 }).Fit(ref problem, parameters);
        Assert.Equal(StopReason.IterationLimit, hurried.Reason);
        Assert.False(hurried.Converged);
        parameters[0] = double.NaN;
        Assert.Equal(StopReason.NotFinite, new LevenbergMarquardt().Fit(ref problem, parameters).Reason);
        Assert.Throws<ArgumentException>(() =>
        {
            var other = new Curve(nist.X, nist.Y, 7, nist.Model);
            new LevenbergMarquardt().Fit(ref other, new double[6]);
        });
        Assert.Throws<ArgumentException>(() =>
        {
            var other = new Curve(nist.X, nist.Y, 1, nist.Model);
            new LevenbergMarquardt().Fit(ref other, [1], [2], [1]);
        });
    }

    [Fact]
    public void Parameters_that_the_data_do_not_determine_have_no_covariance()
    {
        // Reference: the sum of two amplitudes is determined, their difference not.
        var problem = new Curve([1, 2, 3], [2, 4, 6.5], 2, (x, p, g) =>
        {
            (g[0], g[1]) = (x, x);
            return (p[0] + p[1]) * x;
        });
        double[] parameters = [1, 0];
        Assert.True(new LevenbergMarquardt().Fit(ref problem, parameters).Converged);
        Assert.Equal(29.5 / 14, parameters[0] + parameters[1], 1e-8);
        Assert.Null(LevenbergMarquardt.Covariance(ref problem, parameters));
    }

    private static void Near(double[] expected, double[] actual, double relative)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Math.Abs(expected[i]) * relative);
    }
}

using Isonomia.Restoration.Optimising;

namespace Isonomia.Restoration.Tests.Optimising;

public class GaussianProcessTests
{
    private static readonly double[][] Points = [[0.2], [0.5], [0.9]];
    private static readonly double[] Values = [1, -0.5, 0.3];

    // Elimination with pivots in plain Python, length 0.3, noise 0.01; the jitter of 1e-10 bounds what may differ.
    [Fact]
    public void Its_mean_spread_and_likelihood_are_those_of_solving_the_equations_otherwise()
    {
        var process = GaussianProcess.Of(Points, Values, 0.3, 0.01);
        var (mean, deviation) = process.At([0.35]);
        Assert.Equal(0.2275891519515179, mean, 1e-8);
        Assert.Equal(0.3177191692689477, deviation, 1e-8);
        Assert.Equal(-3.9784731103769513, process.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Without_noise_it_goes_through_what_was_found_and_is_sure_there()
    {
        var process = GaussianProcess.Of(Points, Values, 0.3, 0);
        for (var i = 0; i < Points.Length; i++)
        {
            var (mean, deviation) = process.At(Points[i]);
            Assert.Equal(Values[i], mean, 1e-6);
            Assert.Equal(0, deviation, 1e-4);
        }

        // Far away it knows no more than before: kernel of 5 lengths.
        Assert.InRange(process.At([3]).Deviation, 0.99, 1);
    }

    // A smooth function asks for a greater length than one that turns often.
    [Fact]
    public void The_length_follows_how_fast_values_change()
    {
        var points = Enumerable.Range(0, 20).Select(i => new[] { i / 19.0 }).ToArray();
        var slow = GaussianProcess.Fit(points, [.. points.Select(p => Math.Sin(2 * p[0]))]);
        var fast = GaussianProcess.Fit(points, [.. points.Select(p => Math.Sin(25 * p[0]))]);
        Assert.True(slow.Length > fast.Length);
    }
}

using Isonomia.Numerics.Statistics;

namespace Isonomia.Numerics.Tests.Statistics;

/// <summary>
/// Thirteen trials of BCG vaccine against tuberculosis (Colditz et al. 1994, JAMA 271:698), the worked example of metafor
/// (Viechtbauer 2010, J Stat Softw 36:3), whose documentation gives the results: log risk ratios, REML.
/// </summary>
public sealed class RandomEffectsTests
{
    // Cases and others among the vaccinated, cases and others among the rest, degrees of latitude.
    private static readonly double[][] Trials =
    [
        [4, 119, 11, 128, 44], [6, 300, 29, 274, 55], [3, 228, 11, 209, 42], [62, 13536, 248, 12619, 52],
        [33, 5036, 47, 5761, 13], [180, 1361, 372, 1079, 44], [8, 2537, 10, 619, 19], [505, 87886, 499, 87892, 13],
        [29, 7470, 45, 7232, 27], [17, 1699, 65, 1600, 42], [186, 50448, 141, 27197, 18], [5, 2493, 3, 2338, 33],
        [27, 16886, 29, 17825, 33],
    ];

    private static readonly double[] LogRatios =
        [.. Trials.Select(t => Math.Log(t[0] / (t[0] + t[1]) / (t[2] / (t[2] + t[3]))))];

    private static readonly double[] Variances =
        [.. Trials.Select(t => (1 / t[0]) - (1 / (t[0] + t[1])) + (1 / t[2]) - (1 / (t[2] + t[3])))];

    [Fact]
    public void The_mean_and_the_variance_between_trials_are_those_of_the_worked_example()
    {
        var found = RandomEffects.Fit(LogRatios, Variances);
        Assert.Equal(-0.7145, found.Intercept.Estimate, 0.00006);
        Assert.Equal(0.3132, found.TauSquared, 0.00006);
        // metafor with Knapp and Hartung: standard error 0.1808, p 0.0020.
        Assert.Equal(0.1808, found.Intercept.StandardError, 0.0005);
        Assert.Null(found.Slope);
    }

    [Fact]
    public void Latitude_explains_what_the_worked_example_says()
    {
        var found = RandomEffects.Fit(LogRatios, Variances, [.. Trials.Select(t => t[4])]);
        Assert.Equal(-0.0291, found.Slope!.Value.Estimate, 0.00006);
        Assert.Equal(0.2515, found.Intercept.Estimate, 0.0006);
        Assert.Equal(0.0764, found.TauSquared, 0.0001);
        Assert.True(found.P < 0.01);
    }

    [Fact]
    public void What_hardly_anything_is_known_of_hardly_counts()
    {
        double[] y = [1, 1.2, 0.9, 1.1, 50], v = [0.01, 0.01, 0.01, 0.01, 1e6];
        var found = RandomEffects.Fit(y, v);
        Assert.Equal(1.05, found.Intercept.Estimate, 0.01);
    }
}

using Isonomia.Measurement.Biomarkers.Criticality;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Criticality;

/// <summary>Beside the results of mrestimator on the same arrays.</summary>
public class MultistepRegressionTests
{
    [Theory]
    [InlineData("branching_m0.98_a10_L100000_trials1_sub1_seed42")]
    [InlineData("branching_m0.98_a10_L100000_trials1_sub0.1_seed42")]
    [InlineData("branching_m0.9_a100_L20000_trials5_sub1_seed42")]
    public void Slopes_and_their_decay_are_those_of_mrestimator(string name)
    {
        var trials = NpyFile.Rows(SharedData.Path($"reference/vectors/{name}.npy"));
        var reference = SharedData.Reference("mrestimator.json").GetProperty("results").GetProperty(name);
        var expected = reference.GetProperty("rk_all").Numbers();
        var slopes = MultistepRegression.Slopes(trials, expected.Length);
        for (var k = 0; k < expected.Length; k++)
            Assert.Equal(expected[k], slopes[k], 1e-9);

        var fit = reference.GetProperty("fit_exp");
        var found = MultistepRegression.Fit(slopes);
        // Both minimise the same sum of squares; theirs stops at a relative change of 1.5e-8.
        Assert.Equal(fit.GetProperty("m").GetDouble(), found.M, 1e-6);
        Assert.Equal(1, found.TauSteps / fit.GetProperty("tau_ms").GetDouble(), 1e-5);
        Assert.Equal(fit.GetProperty("popt")[1].GetDouble(), found.Amplitude, 1e-5);
        // Their own R² leaves something out of the variance; their residual does not.
        var mean = expected.Average();
        var explained = 1 - fit.GetProperty("ssres").GetDouble() / expected.Sum(r => (r - mean) * (r - mean));
        Assert.Equal(explained, found.RSquared, 1e-6);
    }

    [Fact]
    public void A_decay_without_noise_is_found_exactly()
    {
        var found = MultistepRegression.Fit([.. Enumerable.Range(1, 50).Select(k => 0.3 * Math.Pow(0.95, k))]);
        Assert.Equal(0.95, found.M, 1e-7);
        Assert.Equal(0.3, found.Amplitude, 1e-6);
        Assert.Equal(1, found.RSquared, 1e-9);
    }

    [Fact]
    public void Constant_activity_has_no_slope() =>
        Assert.All(MultistepRegression.Slopes([[3, 3, 3, 3, 3, 3]], 2), r => Assert.True(double.IsNaN(r)));

    [Fact]
    public void Too_few_bins_or_slopes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MultistepRegression.Slopes([[1, 2, 3]], 2));
        Assert.Throws<ArgumentException>(() => MultistepRegression.Slopes([], 2));
        Assert.Throws<ArgumentException>(() => MultistepRegression.Fit([0.5, 0.4]));
    }
}

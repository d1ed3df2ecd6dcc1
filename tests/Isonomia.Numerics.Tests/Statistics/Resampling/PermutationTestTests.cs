using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;
using Isonomia.Numerics.Statistics.Resampling;

namespace Isonomia.Numerics.Tests.Statistics.Resampling;

public class PermutationTestTests
{
    [Fact]
    public void Darwins_crossed_maize_outgrows_the_selfed_with_Fishers_probability()
    {
        // Reference: Fisher, "The Design of Experiments" (1935), section 21: 863 of 2^15 sign changes give as large a
        // sum: p 0.02634 one-sided, 1726 of them two-sided. Standard error with 99,999 draws 0.0005; 4 allowed.
        double[] differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
        PermutationOptions options = new() { Permutations = 99_999, Alternative = Alternative.Greater };
        Assert.Equal(863 / 32768.0, PermutationTest.Paired(differences, options).P, 0.002);
        options = options with { Alternative = Alternative.TwoSided };
        Assert.Equal(1726 / 32768.0, PermutationTest.Paired(differences, options).P, 0.0028);
        options = options with { Alternative = Alternative.Less };
        Assert.InRange(PermutationTest.Paired(differences, options).P, 0.97, 1);
    }

    [Fact]
    public void Two_small_samples_give_the_probability_that_counting_gives()
    {
        // Reference: counting: of the 20 ways to split six ranks three and three only the one observed puts 4, 5, 6
        // together: p 1/20 one-sided, 2/20 two-sided. 4 standard errors (0.0007, 0.001) with 99,999 draws.
        PermutationOptions options = new() { Permutations = 99_999, Alternative = Alternative.Greater };
        Assert.Equal(0.05, PermutationTest.TwoSample([4, 5, 6], [1, 2, 3], options).P, 0.003);
        options = options with { Alternative = Alternative.TwoSided };
        var result = PermutationTest.TwoSample([4, 5, 6], [1, 2, 3], options);
        Assert.Equal(0.1, result.P, 0.004);
        Assert.Equal(3, result.Statistic);
    }

    [Fact]
    public void Where_there_is_no_difference_p_values_are_uniform()
    {
        // Reference: exactness of permutation tests; Kolmogorov's statistic of 300 p values, 1 % level.
        var p = new double[300];
        var x = new double[24];
        for (var i = 0; i < p.Length; i++)
        {
            new RandomStream(1, "null", i).FillExponential(x);
            p[i] = PermutationTest.TwoSample(x.AsSpan(0, 9), x.AsSpan(9), new() { Permutations = 499, Seed = i }).P;
        }

        Assert.InRange(Random.GoodnessOfFit.Kolmogorov(p, v => v), 0, 1.63);
    }

    [Fact]
    public void Any_statistic_can_be_tested_and_p_is_never_zero()
    {
        // Reference: Phipson and Smyth 2010: the least p of m draws is 1 / (m + 1). Ratio of variances, 100 to 1.
        var stream = new RandomStream(2, "variance");
        double[] wide = [.. Enumerable.Range(0, 40).Select(_ => 10 * stream.Normal())];
        double[] narrow = [.. Enumerable.Range(0, 40).Select(_ => stream.Normal())];
        var result = PermutationTest.TwoSample(
            wide,
            narrow,
            new() { Permutations = 999 },
            (a, b) => Math.Log(Descriptive.Variance(a) / Descriptive.Variance(b)));
        Assert.Equal(0.001, result.P, 1e-15);
        Assert.InRange(PermutationTest.TwoSample(wide, narrow).P, 0.01, 1);
    }

    [Fact]
    public void No_data_no_test_and_no_statistic_no_probability()
    {
        Assert.Throws<ArgumentException>(() => PermutationTest.Paired([]));
        Assert.Throws<ArgumentException>(() => PermutationTest.TwoSample([1], []));
        Assert.True(double.IsNaN(PermutationTest.Paired([1, double.NaN]).P));
    }
}

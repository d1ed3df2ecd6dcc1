using Isonomia.Numerics.Random;
using MathNet.Numerics.Distributions;

namespace Isonomia.Numerics.Tests.Random;

/// <summary>Reference throughout: closed-form distribution functions (MathNet's), fixed seeds, 50,000 draws;
/// Kolmogorov's statistic at the 1 % level, chi-square p values above 0.5 %.</summary>
public class DistributionTests
{
    private const int N = 50_000;

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3.7)]
    [InlineData(250)]
    public void Gamma_follows_its_distribution_for_every_shape(double shape)
    {
        var stream = new RandomStream(21, "gamma");
        var draws = Many(() => stream.Gamma(shape, 2));
        // MathNet's incomplete gamma is 0 below 1e-15; the first term of its series is exact there.
        double Cdf(double x) => x < 1e-10
            ? Math.Pow(x / 2, shape) / MathNet.Numerics.SpecialFunctions.Gamma(shape + 1)
            : Gamma.CDF(shape, 0.5, x);
        Assert.InRange(GoodnessOfFit.Kolmogorov(draws, Cdf), 0, 1.63);
    }

    [Theory]
    [InlineData(0.01, 0.02)]
    [InlineData(0.5, 0.5)]
    [InlineData(2, 5)]
    [InlineData(400, 30)]
    public void Beta_follows_its_distribution_even_where_gammas_underflow(double a, double b)
    {
        var stream = new RandomStream(22, "beta");
        var draws = Many(() => stream.Beta(a, b));
        // Draws that round to exactly 1 cannot be placed finer than their double; they are where F is within 2^-53.
        Assert.All(draws, x => Assert.InRange(x, 0, 1));
        double[] below = [.. draws.Where(x => x < 0.999)];
        var all = Beta.CDF(a, b, 0.999);
        Assert.InRange(GoodnessOfFit.Kolmogorov(below, x => Beta.CDF(a, b, x) / all), 0, 1.63);
        var above = draws.Count(x => x >= 0.999) / (double)N;
        var expected = 1 - all;
        Assert.Equal(expected, above, 4 * Math.Sqrt(expected * (1 - expected) / N) + 1e-12);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.7)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(37.6)]
    [InlineData(4000)]
    public void Poisson_counts_follow_their_distribution_on_both_sides_of_the_change_of_method(double mean)
    {
        var stream = new RandomStream(23, "poisson");
        var draws = Enumerable.Range(0, N).Select(_ => stream.Poisson(mean)).ToArray();
        var reach = (long)(10 * Math.Sqrt(mean) + 10);
        var p = GoodnessOfFit.ChiSquareP(
            draws, k => Math.Exp(Poisson.PMFLn(mean, (int)k)), Math.Max(0, (long)mean - reach), (long)mean + reach);
        Assert.InRange(p, 0.005, 1);
    }

    [Fact]
    public void Poisson_counts_of_a_huge_mean_are_normal_about_it()
    {
        // Reference: the central limit (skewness 1e-6 at a mean of 1e12).
        var stream = new RandomStream(24, "poisson");
        var draws = Many(() => (stream.Poisson(1e12) - 1e12) / 1e6);
        Assert.InRange(GoodnessOfFit.Kolmogorov(draws, x => Normal.CDF(0, 1, x)), 0, 1.63);
    }

    [Fact]
    public void No_events_are_expected_so_none_come()
    {
        var stream = new RandomStream(1, "none");
        Assert.Equal(0, stream.Poisson(0));
        Assert.Equal(0, stream.Binomial(0, 0.4));
        Assert.Equal(0, stream.Binomial(10, 0));
        Assert.Equal(10, stream.Binomial(10, 1));
    }

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(12, 0.5)]
    [InlineData(40, 0.24)]
    [InlineData(40, 0.26)]
    [InlineData(100, 0.9)]
    [InlineData(5000, 0.37)]
    public void Binomial_counts_follow_their_distribution_on_both_sides_of_the_change_of_method(int n, double p)
    {
        var stream = new RandomStream(25, "binomial");
        var draws = Enumerable.Range(0, N).Select(_ => stream.Binomial(n, p)).ToArray();
        Assert.All(draws, k => Assert.InRange(k, 0, n));
        Assert.InRange(GoodnessOfFit.ChiSquareP(draws, k => Binomial.PMF(p, n, (int)k), 0, n), 0.005, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(4)]
    [InlineData(2e9)]
    public void Von_Mises_angles_have_the_mean_resultant_length_of_theory(double kappa)
    {
        // Reference: E cos = I1(kappa)/I0(kappa), which tends to 1 - 1/(2 kappa); E sin = 0; 4 standard errors.
        var stream = new RandomStream(26, "von mises");
        var angles = Many(() => stream.VonMises(1, kappa));
        var theory = kappa > 1e6
            ? 1 - 1 / (2 * kappa)
            : MathNet.Numerics.SpecialFunctions.BesselI1(kappa) / MathNet.Numerics.SpecialFunctions.BesselI0(kappa);
        Assert.All(angles, a => Assert.InRange(a, -Math.PI, Math.PI));
        Assert.Equal(theory, angles.Average(a => Math.Cos(a - 1)), 4 / Math.Sqrt(2.0 * N));
        Assert.Equal(0, angles.Average(a => Math.Sin(a - 1)), 4 / Math.Sqrt(2.0 * N));
    }

    [Fact]
    public void Von_Mises_angles_follow_the_density_of_theory()
    {
        // Reference: the density integrated numerically (Simpson, 4,000 cells, error below 1e-10).
        const double kappa = 2;
        var norm = 2 * Math.PI * MathNet.Numerics.SpecialFunctions.BesselI0(kappa);
        var cdf = new double[4001];
        for (var i = 1; i < cdf.Length; i++)
        {
            double Density(double at) => Math.Exp(kappa * Math.Cos(-Math.PI + at * Math.Tau / 4000)) / norm;
            cdf[i] = cdf[i - 1] + Math.Tau / 4000 * (Density(i - 1) + 4 * Density(i - 0.5) + Density(i)) / 6;
        }

        var stream = new RandomStream(27, "von mises");
        var draws = Many(() => stream.VonMises(0, kappa));
        var worst = GoodnessOfFit.Kolmogorov(draws, x => cdf[(int)Math.Round((x + Math.PI) / Math.Tau * 4000)]);
        Assert.InRange(worst, 0, 1.63 + Math.Sqrt(N) * 0.5 / 4000);
    }

    [Fact]
    public void Whole_numbers_below_n_are_equally_likely()
    {
        var stream = new RandomStream(28, "below");
        var draws = Enumerable.Range(0, N).Select(_ => stream.Below(37L)).ToArray();
        Assert.InRange(GoodnessOfFit.ChiSquareP(draws, _ => 1.0 / 37, 0, 36), 0.005, 1);
        // Near 2^63 a quarter of the words would be over-represented without rejection: the mean would show it.
        const long large = 3L << 61;
        var mean = Enumerable.Range(0, N).Select(_ => stream.Below(large) / (double)large).Average();
        Assert.Equal(0.5, mean, 4 / Math.Sqrt(12.0 * N));
    }

    [Fact]
    public void A_shuffle_makes_every_order_equally_likely()
    {
        var stream = new RandomStream(29, "shuffle");
        var draws = Enumerable.Range(0, N).Select(_ =>
        {
            var order = stream.Permutation(4);
            Assert.Equal([0, 1, 2, 3], order.Order());
            return (long)(order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]);
        }).ToArray();
        Assert.Equal(24, draws.Distinct().Count());
        var orders = draws.Distinct().ToHashSet();
        Assert.InRange(GoodnessOfFit.ChiSquareP(draws, k => orders.Contains(k) ? 1.0 / 24 : 0, 0, 255), 0.005, 1);
    }

    private static double[] Many(Func<double> draw) => [.. Enumerable.Range(0, N).Select(_ => draw())];
}

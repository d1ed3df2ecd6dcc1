using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Tests.Random;

public class FractionalGaussianNoiseTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    [InlineData(0.95)]
    public void Series_have_the_autocovariance_of_the_definition(double hurst)
    {
        // Reference: the closed form. 4,000 series of 65 samples: products of the first sample with each other one
        // average to it within 4.5 standard errors sqrt((1 + g^2)/4000) at all 65 lags.
        const int series = 4000;
        var noise = new FractionalGaussianNoise(hurst, 65);
        var x = new double[65];
        var products = new double[65];
        for (var s = 0; s < series; s++)
        {
            noise.Fill(new RandomStream(1, "fgn", s), x);
            for (var k = 0; k < 65; k++)
                products[k] += x[0] * x[k] / series;
        }

        for (var k = 0; k < 65; k++)
        {
            double Power(int lag) => Math.Pow(Math.Abs(lag), 2 * hurst);
            var exact = (Power(k + 1) - 2 * Power(k) + Power(k - 1)) / 2;
            Assert.Equal(exact, products[k], 4.5 * Math.Sqrt((1 + exact * exact) / series));
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public void The_spread_of_sums_grows_as_length_to_the_power_H(double hurst)
    {
        // Reference: closed form: the sum of n samples has variance n^2H; 600 sums of 1,000 samples give it within
        // 4.5 x sqrt(2/600).
        var noise = new FractionalGaussianNoise(hurst, 1000);
        var x = new double[1000];
        double squares = 0;
        for (var s = 0; s < 600; s++)
        {
            noise.Fill(new RandomStream(2, "fgn", s), x);
            squares += x.Sum() * x.Sum() / 600;
        }

        Assert.Equal(1, squares / Math.Pow(1000, 2 * hurst), 4.5 * Math.Sqrt(2 / 600.0));
    }

    [Fact]
    public void Samples_are_normal()
    {
        // Reference: the normal CDF; samples far apart (H = 0.5 makes all independent), Kolmogorov at 1 %.
        var x = new double[20_000];
        new FractionalGaussianNoise(0.5, x.Length).Fill(new RandomStream(3, "fgn"), x);
        Assert.InRange(GoodnessOfFit.Kolmogorov(x, v => MathNet.Numerics.Distributions.Normal.CDF(0, 1, v)), 0, 1.63);
    }

    [Fact]
    public void Long_lags_lose_no_digits()
    {
        // Reference: the difference formula and the expansion agree where they meet, at 10^4, to the 1e-8 that the
        // cancellation of the former leaves.
        foreach (var h in (double[])[0.1, 0.6, 0.99])
        {
            double Difference(double k) =>
                (Math.Pow(k + 1, 2 * h) - 2 * Math.Pow(k, 2 * h) + Math.Pow(k - 1, 2 * h)) / 2;
            var near = FractionalGaussianNoise.Autocovariance(h, 10_001);
            Assert.Equal(1, Difference(10_001) / near, 2e-7);
        }
    }

    [Fact]
    public void Impossible_exponents_and_wrong_lengths_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FractionalGaussianNoise(1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FractionalGaussianNoise(0.5, 0));
        var noise = new FractionalGaussianNoise(0.5, 10);
        Assert.Throws<ArgumentException>(() => noise.Fill(new RandomStream(0, "x"), new double[9]));
    }
}

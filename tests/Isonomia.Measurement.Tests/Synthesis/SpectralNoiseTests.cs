using Isonomia.Measurement.Synthesis;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Synthesis;

public class SpectralNoiseTests
{
    [Theory]
    [InlineData(4096)]
    [InlineData(3375)]
    public void Noise_has_the_density_asked_for(int length)
    {
        static double Density(double f) => 3 / (1 + f * f / 100);
        var (one, other) = Make(new SpectralNoise(length, 100, Density));
        // A periodogram over its expectation is exponential with mean 1: standard error 1/sqrt(bins), 5 of them.
        var margin = 5 / Math.Sqrt(length / 2.5);
        foreach (var signal in new[] { one, other })
            Assert.Equal(1, new Periodogram(signal, 100).MeanRatio(5, 45, Density), margin);
    }

    [Fact]
    public void Variance_is_the_integral_of_the_density_and_the_mean_is_zero()
    {
        var noise = new SpectralNoise(100_000, 250, _ => 2.0 / 250);
        Assert.Equal(1, noise.Variance, 1e-9);
        var (one, _) = Make(noise);
        Assert.Equal(0, one.Average(), 1e-12);
        // White noise: the variance of 100,000 samples has standard error sqrt(2/100,000) = 0.0045.
        Assert.Equal(1, one.Average(x => x * x), 0.022);
    }

    [Fact]
    public void The_two_signals_of_one_transform_are_independent()
    {
        var (one, other) = Make(new SpectralNoise(100_000, 250, _ => 2.0 / 250));
        // Correlation of white noises: standard error 1/sqrt(n) = 0.0032, at lag zero and reversed in time alike.
        Assert.Equal(0, one.Zip(other, (a, b) => a * b).Average(), 0.016);
        Assert.Equal(0, one.Zip(other.Reverse(), (a, b) => a * b).Average(), 0.016);
    }

    [Fact]
    public void Each_signal_may_have_a_spectrum_of_its_own()
    {
        var low = new SpectralNoise(10_000, 100, f => f < 10 ? 1 : 0);
        var high = new SpectralNoise(10_000, 100, f => f < 10 ? 0 : 1);
        var (one, other) = (new double[10_000], new double[10_000]);
        SpectralNoise.Fill(low, high, new RandomStream(1, "test"), one, other);
        Assert.Equal(0, new Periodogram(one, 100).Sum(10, 49), 1e-12);
        Assert.Equal(0, new Periodogram(other, 100).Sum(0, 9.99), 1e-12);
        Assert.True(one.Average(x => x * x) > 5);
    }

    [Fact]
    public void Signals_of_another_length_are_refused()
    {
        var noise = new SpectralNoise(100, 100, _ => 1);
        Assert.Throws<ArgumentException>(
            () => noise.Fill(new RandomStream(1, "test"), new double[99], new double[100]));
    }

    private static (double[] One, double[] Other) Make(SpectralNoise noise)
    {
        var (one, other) = (new double[noise.Length], new double[noise.Length]);
        noise.Fill(new RandomStream(7, "test"), one, other);
        return (one, other);
    }
}

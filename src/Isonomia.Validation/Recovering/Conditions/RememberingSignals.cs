using Isonomia.Numerics.Random;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>Noise that remembers, for a time or on all scales: for autocorrelation and Hurst exponents.</summary>
internal static class RememberingSignals
{
    private const double SamplingRate = 250;
    private const int Samples = 30_000;

    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        Scaling(0.5), Scaling(0.7), Scaling(0.9), Decaying(0.02), Decaying(0.1),
    ];

    private static RecoveryCondition Scaling(double hurst) => new(
        $"fractional Gaussian noise {hurst}, 30,000 samples", SamplingRate, (seed, replicate) =>
        {
            var samples = new double[Samples];
            new FractionalGaussianNoise(hurst, Samples).Fill(
                new RandomStream(seed, $"recovery: fractional noise {hurst}", replicate), samples);
            return samples;
        },
        [new("hurst", "dfa", hurst), new("hurst", "wavelet", hurst), new("hurst", "rescaled_range", hurst)]);

    // An Ornstein-Uhlenbeck process: its autocorrelation is exp(-lag/tau), half of 1 at tau ln 2.
    private static RecoveryCondition Decaying(double tau) => new(
        $"Ornstein-Uhlenbeck process of {1000 * tau} ms, 120 s", SamplingRate, (seed, replicate) =>
        {
            var (samples, keep) = (new double[Samples], Math.Exp(-1 / (SamplingRate * tau)));
            new RandomStream(seed, $"recovery: decaying {tau}", replicate).FillNormal(samples);
            for (var t = 1; t < Samples; t++)
                samples[t] = keep * samples[t - 1] + Math.Sqrt(1 - keep * keep) * samples[t];
            return samples;
        },
        [new("autocorrelation", "tau_s", tau), new("autocorrelation", "half_width_s", tau * Math.Log(2))]);
}

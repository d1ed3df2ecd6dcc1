using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// The course of a rhythm: sqrt(2) m(t) cos(phi(t)), of mean square 1. The amplitude m is free of the band filter's own
/// fluctuation because the peak's width comes from a wandering frequency, not from noise in the amplitude: so the
/// envelope that a measurement finds is m itself, and its long-range correlation is the one asked for.
/// </summary>
internal static class RhythmWave
{
    // How fast the frequency wanders: slow against its own spread, so that the peak takes the shape of its
    // distribution.
    private const double WanderHz = 0.25;
    private const double FastestWanderHz = 3;

    public static double[] Of(Rhythm rhythm, int samples, double samplingRate, long seed, int index)
    {
        var wave = Amplitude(rhythm.Modulation, samples, samplingRate, seed, index);
        var wander = new double[FastLength.Next(samples)];
        var noise = new SpectralNoise(wander.Length, samplingRate, f =>
            f > FastestWanderHz ? 0 : 1 / (WanderHz * WanderHz + f * f));
        noise.Fill(new RandomStream(seed, "virtual individual: frequency", index), wander, new double[wander.Length]);
        var spread = noise.Variance > 0 ? rhythm.BandwidthHz / 2 / Math.Sqrt(noise.Variance) : 0;
        var phase = 0.0;
        for (var i = 0; i < samples; i++)
        {
            wave[i] *= Math.Sqrt(2) * Math.Cos(2 * Math.PI * phase);
            phase += (rhythm.FrequencyHz + spread * wander[i]) / samplingRate;
            phase -= Math.Floor(phase);
        }

        return wave;
    }

    /// <summary>The amplitude, of mean square 1.</summary>
    public static double[] Amplitude(Modulation modulation, int samples, double samplingRate, long seed, int index)
    {
        // Fractional Gaussian noise has density f^(1-2H) (Mandelbrot and van Ness 1968). Twice the length, because its
        // memory must not run round from the end to the beginning.
        var length = FastLength.Next(2 * samples);
        double Density(double f) => Math.Pow(f, 1 - 2 * modulation.Hurst);
        var slow = new SpectralNoise(length, samplingRate, f => f < Modulation.SlowestFastHz ? Density(f) : 0);
        var fast = new SpectralNoise(length, samplingRate, f =>
            f is >= Modulation.SlowestFastHz and <= Modulation.FastestHz ? Density(f) : 0);
        var (low, high) = (new double[length], new double[length]);
        SpectralNoise.Fill(slow, fast, new RandomStream(seed, "virtual individual: amplitude", index), low, high);

        var variance = slow.Variance + fast.Variance;
        var scale = variance > 0 ? modulation.Depth / Math.Sqrt(variance) : 0;
        // In less than half of 1/SlowestFastHz nothing is slow.
        var perDeviation = slow.Variance > 0 ? modulation.ExcitationBias / Math.Sqrt(slow.Variance) : 0;
        var amplitude = new double[samples];
        var power = 0.0;
        for (var i = 0; i < samples; i++)
        {
            // The gain of the fast part has mean square 1: the fluctuation is moved about, not changed.
            var gain = Math.Exp(-perDeviation * low[i] - modulation.ExcitationBias * modulation.ExcitationBias);
            amplitude[i] = Math.Exp(scale * (low[i] + gain * high[i]));
            power += amplitude[i] * amplitude[i];
        }

        var normal = 1 / Math.Sqrt(power / samples);
        foreach (ref var a in amplitude.AsSpan())
            a *= normal;
        return amplitude;
    }
}

using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// Stationary Gaussian noise of any power spectrum, made in the frequency domain: every bin of the discrete Fourier
/// transform is an independent complex Gaussian whose variance is the density there. The noise is periodic over the
/// whole length, so where memory lasts long, make it longer than needed and take a part. Method: Timmer and
/// König 1995, Astron Astrophys 300:707. Immutable; may be used by many threads at once.
/// </summary>
public sealed class SpectralNoise
{
    private readonly ComplexFft fourier;
    private readonly double[] amplitudes;
    private readonly int highest;

    /// <summary>Prepares noise.</summary>
    /// <param name="length">Samples in all; fastest where its prime factors are small.</param>
    /// <param name="samplingRate">Samples per second, in Hz.</param>
    /// <param name="density">One-sided power spectral density (unit squared per Hz) at a frequency (Hz) above zero and
    /// up to half the sampling rate. The mean is always zero.</param>
    public SpectralNoise(int length, double samplingRate, Func<double, double> density)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        fourier = ComplexFft.OfLength(length);
        amplitudes = new double[(length / 2) + 1];
        var bin = samplingRate / length;
        for (var k = 1; k < amplitudes.Length; k++)
        {
            // A real sine at bin k has power 2 E|X|^2 (E|X|^2 at the Nyquist bin); half of E|X|^2 falls to each part.
            var power = density(k * bin) * bin;
            amplitudes[k] = length * Math.Sqrt(2 * k == length ? power : power / 4);
            Variance += power;
            if (power > 0)
                highest = k;
        }
    }

    /// <summary>Samples in all.</summary>
    public int Length => fourier.Length;

    /// <summary>The variance that the noise has on average: the integral of the density.</summary>
    public double Variance { get; }

    /// <summary>Fills two signals with independent noise of this spectrum, by one transform.</summary>
    /// <param name="random">Where the numbers come from; <c>2 * Length</c> of them are taken at most.</param>
    /// <param name="one">The first signal, <see cref="Length"/> samples.</param>
    /// <param name="other">The second signal, <see cref="Length"/> samples.</param>
    public void Fill(RandomStream random, Span<double> one, Span<double> other) => Fill(this, this, random, one, other);

    /// <summary>Fills two signals with independent noise, each of its own spectrum, by one transform.</summary>
    /// <param name="first">What the first signal is like.</param>
    /// <param name="second">What the second signal is like; of the same length.</param>
    /// <param name="random">Where the numbers come from; twice as many as samples are taken at most.</param>
    /// <param name="one">The first signal.</param>
    /// <param name="other">The second signal.</param>
    public static void Fill(
        SpectralNoise first, SpectralNoise second, RandomStream random, Span<double> one, Span<double> other)
    {
        var n = first.Length;
        if (second.Length != n || one.Length != n || other.Length != n)
        {
            throw new ArgumentException(
                $"signals of {one.Length} and {other.Length} samples given noise of {n} and {second.Length}");
        }

        Span<double> normals = stackalloc double[1024];
        one.Clear();
        other.Clear();
        for (int k = 1, at = normals.Length; k <= Math.Max(first.highest, second.highest); k++, at += 4)
        {
            if (at >= normals.Length)
            {
                random.FillNormal(normals);
                at = 0;
            }

            var (a, b) = (first.amplitudes[k], second.amplitudes[k]);
            var (ar, ai, br, bi) = (a * normals[at], a * normals[at + 1], b * normals[at + 2], b * normals[at + 3]);
            // X + iY where X and Y are the transforms of the two real signals; at the Nyquist bin both are real.
            (one[k], other[k]) = 2 * k == n ? (ar, br) : (ar - bi, ai + br);
            if (2 * k < n)
                (one[n - k], other[n - k]) = (ar + bi, br - ai);
        }

        first.fourier.Inverse(one, other);
    }
}

using System.Buffers;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Random;

/// <summary>
/// Fractional Gaussian noise, exactly: mean 0, variance 1, autocovariance
/// (|k + 1|^2H - 2 |k|^2H + |k - 1|^2H) / 2 at lag k, by circulant embedding (Davies and Harte 1987,
/// doi:10.1093/biomet/74.1.95). Detrended fluctuation analysis of it has the exponent H; its running sum is
/// fractional Brownian motion.
/// </summary>
public sealed class FractionalGaussianNoise
{
    private readonly RealFft fft;
    private readonly double[] amplitudes;

    /// <summary>Prepares noise of a length.</summary>
    /// <param name="hurst">H, between 0 and 1: 1/2 is white, above it is persistent, below antipersistent.</param>
    /// <param name="length">Samples to be drawn at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">H is outside (0, 1), or the length not positive.</exception>
    public FractionalGaussianNoise(double hurst, int length)
    {
        if (!(hurst is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(hurst), hurst, "A Hurst exponent lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Hurst = hurst;
        Length = length;

        // The circle must be long enough that every lag up to the length is shorter one way round.
        var circle = 2 * FastLength.Next(length);
        var covariance = new double[circle];
        for (var k = 0; k <= circle / 2; k++)
        {
            covariance[k] = Autocovariance(hurst, k);
            covariance[(circle - k) % circle] = covariance[k];
        }

        // The eigenvalues of the circle's covariance, bin by bin. They are not negative; rounding may make the smallest so.
        fft = RealFft.OfLength(circle);
        amplitudes = new double[fft.Bins];
        fft.Forward(covariance, amplitudes, new double[fft.Bins]);
        for (var k = 0; k < amplitudes.Length; k++)
        {
            var share = k == 0 || k == amplitudes.Length - 1 ? 1 : 0.5;
            amplitudes[k] = Math.Sqrt(share * circle * Math.Max(0, amplitudes[k]));
        }
    }

    /// <summary>H.</summary>
    public double Hurst { get; }

    /// <summary>Samples drawn at once.</summary>
    public int Length { get; }

    /// <summary>Autocovariance at a lag, in samples, of noise of variance 1.</summary>
    public static double Autocovariance(double hurst, int lag)
    {
        // Differences of large powers cancel: beyond this the first two terms of their expansion are better.
        double k = Math.Abs((double)lag), h2 = 2 * hurst;
        if (k > 1e4)
            return h2 * (h2 - 1) / 2 * Math.Pow(k, h2 - 2) * (1 + (h2 - 2) * (h2 - 3) / (12 * k * k));
        return (Math.Pow(k + 1, h2) - 2 * Math.Pow(k, h2) + Math.Pow(Math.Abs(k - 1), h2)) / 2;
    }

    /// <summary>Draws one series. A series is a function of the stream's seed, purpose, entity and position and of
    /// the length: a longer one does not begin with a shorter one.</summary>
    /// <param name="stream">Gives the random numbers.</param>
    /// <param name="destination">Receives <see cref="Length"/> samples.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void Fill(RandomStream stream, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (destination.Length != Length)
            throw new ArgumentException($"Room for {destination.Length} samples, not {Length}.", nameof(destination));
        var memory = ArrayPool<double>.Shared.Rent(2 * fft.Bins + fft.Length);
        var re = memory.AsSpan(0, fft.Bins);
        var im = memory.AsSpan(fft.Bins, fft.Bins);
        var circle = memory.AsSpan(2 * fft.Bins, fft.Length);
        stream.FillNormal(re);
        stream.FillNormal(im);
        for (var k = 0; k < amplitudes.Length; k++)
        {
            re[k] *= amplitudes[k];
            im[k] *= amplitudes[k];
        }

        (im[0], im[^1]) = (0, 0);
        fft.Inverse(re, im, circle);
        circle[..destination.Length].CopyTo(destination);
        ArrayPool<double>.Shared.Return(memory);
    }
}

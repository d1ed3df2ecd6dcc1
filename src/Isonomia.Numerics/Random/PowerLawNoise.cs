using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Random;

/// <summary>
/// Stationary Gaussian noise whose one-sided power spectral density is 10^offset / (knee + f^exponent): the aperiodic
/// component of Donoghue et al. 2020 (doi:10.1038/s41593-020-00744-x), in squared units of the signal per Hz. It is
/// synthesised from its spectrum (Timmer and König 1995, Astronomy and Astrophysics 300:707) on a circle at least
/// twice as long as the series, so that its end does not know its beginning. There is no power below the sampling
/// rate over the circle's length, in particular none at 0 Hz.
/// </summary>
public sealed class PowerLawNoise
{
    private readonly SpectralSynthesis synthesis;

    /// <summary>Prepares noise of a length.</summary>
    /// <param name="length">Samples to be drawn at once.</param>
    /// <param name="samplingRate">Hz.</param>
    /// <param name="exponent">0 white, 1 pink, 2 brown.</param>
    /// <param name="offset">Decimal logarithm of the density at 1 Hz (of the numerator, with a knee).</param>
    /// <param name="knee">0 for none; below its (1/exponent)th power, the knee frequency, the spectrum is flat.</param>
    /// <exception cref="ArgumentOutOfRangeException">Length or rate is not positive, the knee negative, or another
    /// number not finite.</exception>
    public PowerLawNoise(int length, double samplingRate, double exponent, double offset = 0, double knee = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Require(samplingRate > 0 && double.IsFinite(samplingRate), samplingRate, nameof(samplingRate));
        Require(double.IsFinite(exponent), exponent, nameof(exponent));
        Require(double.IsFinite(offset), offset, nameof(offset));
        Require(knee >= 0 && double.IsFinite(knee), knee, nameof(knee));
        Length = length;
        var circle = 2 * FastLength.Next(length);
        var powers = new double[circle / 2 + 1];
        var numerator = Math.Pow(10, offset);
        for (var k = 1; k < powers.Length; k++)
            powers[k] = numerator / (knee + Math.Pow(k * samplingRate / circle, exponent)) * samplingRate / 2;
        synthesis = new SpectralSynthesis(circle, powers);
    }

    /// <summary>Samples drawn at once.</summary>
    public int Length { get; }

    /// <summary>Draws one series; a function of the stream's seed, purpose, entity and position and of the
    /// length.</summary>
    /// <param name="stream">Gives the random numbers.</param>
    /// <param name="destination">Receives <see cref="Length"/> samples.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void Fill(RandomStream stream, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (destination.Length != Length)
            throw new ArgumentException($"Room for {destination.Length} samples, not {Length}.", nameof(destination));
        synthesis.Fill(stream, destination);
    }

    private static void Require(bool valid, double value, string name)
    {
        if (!valid)
            throw new ArgumentOutOfRangeException(name, value, "Not a number that noise can have.");
    }
}

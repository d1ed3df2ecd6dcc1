using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Numerics.Random;

/// <summary>
/// The random numbers of one entity for one purpose. Every variate, of whatever distribution, takes exactly one
/// position, and is a pure function of (seed, purpose, entity, position): set <see cref="Position"/> to go anywhere,
/// draw in bulk or one by one, on any number of threads (each with its own stream object): the numbers are the same.
/// Uniform, normal and exponential draws have the same bits on every machine; the others go through the platform's
/// exp, cos and acos and may differ from machine to machine in the last one.
/// </summary>
/// <remarks>
/// A position is 64 random bits of <see cref="Philox4x32"/>; rejection samplers take further bits from counters that
/// belong to their position alone. Normals are inverse-CDF (one position each, monotone in the uniform), so common
/// random numbers stay common when a parameter moves.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers is the field's word for it.")]
public sealed partial class RandomStream
{
    private const int Chunk = 1024;
    private readonly CounterSpace space;
    private PhiloxBlock cached;
    private long cachedBlock = -1;
    private long position;

    /// <summary>A stream at position 0.</summary>
    /// <param name="seed">The run's seed; all 64 bits count.</param>
    /// <param name="purpose">What the numbers are for, e.g. <c>"bootstrap"</c>.</param>
    /// <param name="entity">Whose they are (cell, channel, replicate), 0 to 2^32 - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The entity is out of range.</exception>
    public RandomStream(long seed, RandomPurpose purpose, long entity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entity, uint.MaxValue);
        space = new CounterSpace(unchecked((ulong)seed), purpose.Code, (uint)entity);
    }

    /// <summary>The position of the next variate, 0 to 2^48 - 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is out of range.</exception>
    public long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, CounterSpace.Positions);
            position = value;
        }
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        var block = position >> 1;
        if (block != cachedBlock)
        {
            cached = space.Block(block, 0);
            cachedBlock = block;
        }

        return (position++ & 1) == 0 ? cached.Low : cached.High;
    }

    /// <summary>Uniform on [0, 1): a multiple of 2^-53.</summary>
    public double Uniform() => DrawKernel.Uniform(Bits());

    /// <summary>Uniform on [low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>Uniform on the open interval (0, 1): the middle of one of 2^52 equal cells.</summary>
    public double UniformOpen() => DrawKernel.Open(Bits());

    /// <summary>Standard normal, by the quantile function of <see cref="UniformOpen"/>; at most 8.21 in size.</summary>
    public double Normal() => DrawKernel.Normal(Bits());

    /// <summary>Normal of that mean and standard deviation.</summary>
    public double Normal(double mean, double standardDeviation) => mean + standardDeviation * Normal();

    /// <summary>Exponential of mean 1.</summary>
    public double Exponential() => DrawKernel.Exponential(Bits());

    /// <summary>Exponential of that mean.</summary>
    public double Exponential(double mean) => mean * Exponential();

    /// <summary>Log-normal: exp of a normal of mean <paramref name="mu"/>, standard deviation
    /// <paramref name="sigma"/>.</summary>
    public double LogNormal(double mu, double sigma) => Math.Exp(Normal(mu, sigma));

    /// <summary>Fills with what repeated <see cref="Uniform()"/> would give.</summary>
    public void FillUniform(Span<double> destination) => Fill(destination, DrawKernel.Uniform);

    /// <summary>Fills with what repeated <see cref="Normal()"/> would give.</summary>
    public void FillNormal(Span<double> destination) => Fill(destination, DrawKernel.Normal);

    /// <summary>Fills with what repeated <see cref="Exponential()"/> would give.</summary>
    public void FillExponential(Span<double> destination) => Fill(destination, DrawKernel.Exponential);

    private void Fill(Span<double> destination, WordsToDraws turn)
    {
        var words = MemoryMarshal.Cast<double, ulong>(destination);
        for (var done = 0; done < words.Length; done += Chunk)
        {
            var chunk = words[done..Math.Min(done + Chunk, words.Length)];
            space.Words(position, chunk);
            position += chunk.Length;
            turn(chunk);
        }
    }

    private delegate Span<double> WordsToDraws(Span<ulong> words);
}

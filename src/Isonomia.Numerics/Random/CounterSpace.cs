using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Numerics.Random;

/// <summary>
/// The counters that belong to one (seed, purpose, entity), and what each means.
/// Counter words: 0 = block, low 32 bits; 1 = block, next 16 bits, and above them the depth; 2 = purpose; 3 = entity.
/// The key is the seed. At depth 0 block b holds the plain draws 2b and 2b+1. Samplers that reject look deeper at
/// their own position (depth 1, 2, ...), so that every variate, of whatever distribution, takes one position.
/// </summary>
internal readonly struct CounterSpace(ulong seed, uint purpose, uint entity)
{
    /// <summary>Positions run from 0 to this, exclusive: 2^48.</summary>
    public const long Positions = 1L << 48;

    public ulong Word(long position)
    {
        var block = Block(position >> 1, 0);
        return (position & 1) == 0 ? block.Low : block.High;
    }

    public PhiloxBlock Block(long block, int depth) => Philox4x32.Block(
        (uint)seed, (uint)(seed >> 32), (uint)block, (uint)(block >> 32) | (uint)depth << 16, purpose, entity);

    public void Words(long position, Span<ulong> words)
    {
        var done = 0;
        if ((position & 1) != 0 && words.Length > 0)
            words[done++] = Word(position);
        var pairs = (words.Length - done) / 2;
        PhiloxKernel.Fill(seed, purpose, entity, (position + done) / 2, words.Slice(done, 2 * pairs));
        done += 2 * pairs;
        if (done < words.Length)
            words[done] = Word(position + done);
    }
}

using Isonomia.Numerics.Random;

namespace Isonomia.Simulation.Stimulation;

/// <summary>
/// The random bits of the cells in one step: the stream of (seed, purpose, entity = step mod 2^32), from position
/// 2^33 floor(step/2^32) on. At depth 0 four cells share a 64-bit word, 16 bits each, the first the lowest; deeper,
/// each cell has a position of its own.
/// </summary>
internal readonly struct CellBits(ulong seed, uint purpose, long step)
{
    private readonly long origin = (long)((ulong)step >> 32) << 33;

    /// <summary>The counters.</summary>
    public CounterSpace Space { get; } = new(seed, purpose, (uint)step);

    /// <summary>The position of the word of a cell; of four of them.</summary>
    public long Shared(int cell) => origin + (cell / 4);

    /// <summary>The position that belongs to a cell at depth 1 and deeper.</summary>
    public long Own(int cell) => origin + cell;

    /// <summary>Further 64 bits of a cell.</summary>
    public ulong Further(int cell) => Space.Block(Own(cell), 1).Low;
}

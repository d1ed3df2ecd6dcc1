namespace Isonomia.Simulation.Delivery;

/// <summary>
/// The spikes of the last steps that one thread's cells sent, by step and population: written by that thread, read by
/// all once they have met. Kept in a ring that is longer than the longest delay and the steps between two meetings.
/// </summary>
/// <param name="populations">The number of populations.</param>
/// <param name="steps">The steps that are kept, at least.</param>
internal sealed class SpikeHistory(int populations, int steps)
{
    private readonly int[][] cells = [.. Enumerable.Repeat(0, Length(steps)).Select(_ => new int[16])];
    private readonly int[] ends = new int[Length(steps) * (populations + 1)];
    private readonly int mask = Length(steps) - 1;

    /// <summary>Begins a step: its spikes come population after population.</summary>
    public void Begin(long step) => ends[(step & mask) * (populations + 1)] = 0;

    /// <summary>Room for the spikes of a population of so many cells, to be ended by <see cref="End"/>.</summary>
    public Span<int> Room(long step, int population, int size)
    {
        var slot = (int)(step & mask);
        var begin = ends[(slot * (populations + 1)) + population];
        if (cells[slot].Length < begin + size)
            Array.Resize(ref cells[slot], Math.Max(begin + size, 2 * cells[slot].Length));
        return cells[slot].AsSpan(begin, size);
    }

    /// <summary>Ends a population's spikes: the first so many of the room are filled.</summary>
    public void End(long step, int population, int count)
    {
        var at = ((int)(step & mask) * (populations + 1)) + population;
        ends[at + 1] = ends[at] + count;
    }

    /// <summary>The cells of a population that spiked in a step, ascending.</summary>
    public ReadOnlySpan<int> Of(long step, int population)
    {
        var slot = (int)(step & mask);
        var at = (slot * (populations + 1)) + population;
        return cells[slot].AsSpan(ends[at], ends[at + 1] - ends[at]);
    }

    /// <summary>Forgets all spikes.</summary>
    public void Clear() => Array.Clear(ends);

    private static int Length(int steps) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)steps);
}

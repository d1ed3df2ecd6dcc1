using Isonomia.Numerics.Random;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>The words of a row's counters one after the other, computed some at a time.</summary>
internal ref struct WordReader(CounterSpace space, Span<ulong> buffer)
{
    private readonly Span<ulong> buffer = buffer;
    private long position;
    private int used = buffer.Length;

    /// <summary>The next word.</summary>
    public ulong Next()
    {
        if (used == buffer.Length)
        {
            space.Words(position, buffer);
            position += buffer.Length;
            used = 0;
        }

        return buffer[used++];
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Simulation.Teams;

/// <summary>
/// Where the threads of a team meet: each waits for all others. Spins, since what it waits for takes microseconds, and
/// gives the processor away when that takes long: other programs may need it.
/// </summary>
internal sealed class Rendezvous(int members)
{
    // Some 20 us of spinning; none where members take turns on a processor.
    private readonly int spinsAtMost = members <= Environment.ProcessorCount ? 1000 : 0;
    private Counters counters;
    private volatile bool broken;

    /// <summary>Lets all that wait and will wait go, since one member will not come.</summary>
    public void Break() => broken = true;

    /// <summary>Waits for all members.</summary>
    /// <returns>False if one will not come.</returns>
    public bool Meet()
    {
        if (members == 1)
            return !broken;
        var current = Volatile.Read(ref counters.Round);
        if (Interlocked.Increment(ref counters.Waiting) == members)
        {
            counters.Waiting = 0;
            Volatile.Write(ref counters.Round, current + 1);
            return !broken;
        }

        for (var spins = 0; Volatile.Read(ref counters.Round) == current; spins++)
        {
            if (broken)
                return false;
            if (spins < spinsAtMost)
                Pause();
            else if (!Thread.Yield())
                Thread.Sleep(0);
        }

        return !broken;
    }

    // Thread.SpinWait would sleep for longer than most meetings last.
    private static void Pause()
    {
        if (X86Base.IsSupported)
            X86Base.Pause();
        else
            Thread.SpinWait(1);
    }

    // Each on a cache line of its own: what waiting threads read is not written by those that arrive.
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct Counters
    {
        [FieldOffset(64)]
        public int Waiting;

        [FieldOffset(128)]
        public int Round;
    }
}

namespace Isonomia.Simulation.Teams;

/// <summary>
/// Where the threads of a team meet: each waits for all others. Spins, since what it waits for takes microseconds, and
/// gives the processor away when that takes long: other programs may need it.
/// </summary>
internal sealed class Rendezvous(int members)
{
    // About 20 us of spinning; none where members take turns on a processor.
    private readonly int spinsAtMost = members <= Environment.ProcessorCount ? 1000 : 0;
    private int waiting;
    private volatile int round;
    private volatile bool broken;

    /// <summary>Lets all that wait and will wait go, since one member will not come.</summary>
    public void Break() => broken = true;

    /// <summary>Waits for all members.</summary>
    /// <returns>False if one will not come.</returns>
    public bool Meet()
    {
        if (members == 1)
            return !broken;
        var current = round;
        if (Interlocked.Increment(ref waiting) == members)
        {
            waiting = 0;
            round = current + 1;
            return !broken;
        }

        for (var spins = 0; round == current; spins++)
        {
            if (broken)
                return false;
            if (spins < spinsAtMost)
                Thread.SpinWait(8);
            else if (!Thread.Yield())
                Thread.Sleep(0);
        }

        return !broken;
    }
}

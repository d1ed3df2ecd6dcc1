using System.Diagnostics;

namespace Isonomia.Bench;

/// <summary>How our time is taken and set beside a peer's.</summary>
internal static class Stopwatches
{
    private const int Rounds = 8;

    /// <summary>Prints the first run, the best of those that follow, the peer's figure and the ratio.</summary>
    public static void Compare(string what, double peerSeconds, string peer, Action run)
    {
        var best = Take(what, run);
        Console.WriteLine($"; {peer} {peerSeconds} s: {peerSeconds / best:0} x");
    }

    /// <summary>Prints the first run and the best of those that follow.</summary>
    public static void Time(string what, Action run)
    {
        Take(what, run);
        Console.WriteLine();
    }

    /// <summary>Runs items on two threads, the next free one taking the next item.</summary>
    public static void OnTwoThreads(int items, Action<int> run) =>
        Parallel.For(0, items, new ParallelOptions { MaxDegreeOfParallelism = 2 }, run);

    private static double Take(string what, Action run)
    {
        var cold = Seconds(run);
        var (best, busy) = (double.PositiveInfinity, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var seconds = Seconds(run);
            if (seconds < best)
                (best, busy) = (seconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        Console.Write($"  {what}: {best:0.0000} s (first run {cold:0.000} s, {busy:0.000} s of processor time)");
        return best;
    }

    private static double Seconds(Action run)
    {
        var clock = Stopwatch.StartNew();
        run();
        return clock.Elapsed.TotalSeconds;
    }
}

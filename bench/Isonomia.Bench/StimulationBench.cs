using System.Diagnostics;
using Isonomia.Simulation.Stimulation;

namespace Isonomia.Bench;

/// <summary>Random spikes from outside: nanoseconds a cell and step, 77,169 cells, one thread.</summary>
internal static class StimulationBench
{
    private const int Cells = 77_169;

    public static void Run()
    {
        Console.WriteLine("stimulation: ns a cell and step, 1 thread");
        var accumulators = new int[Cells];
        foreach (var mean in new[] { 0.0001, 0.001, 0.01, 0.05, 0.1, 1.28, 10, 90, 200 })
        {
            var counts = new PoissonCounts();
            counts.Set(mean);
            var best = Best(step => counts.AddTo(accumulators, 3, 1, 2, step, 0));
            Console.WriteLine($"  Poisson counts of mean {mean}: {best:0.000}");
        }

        var spikes = new int[Cells];
        foreach (var probability in new[] { 0.0005, 0.01, 0.05, 0.1, 0.5 })
        {
            var source = new BernoulliSpikes();
            source.Set(Enumerable.Range(0, Cells).Select(cell => probability * (cell % 10 + 1) / 10).ToArray());
            var best = Best(step => source.Draw(1, 2, step, 0, Cells, spikes));
            Console.WriteLine($"  spikes of probability up to {probability}: {best:0.000}");
        }
    }

    // Long enough that the runtime has replaced its first, unoptimised code.
    private static double Best(Action<long> draw)
    {
        var best = double.PositiveInfinity;
        var whole = Stopwatch.StartNew();
        for (var step = 0L; whole.ElapsedMilliseconds < 700; step++)
        {
            var clock = Stopwatch.StartNew();
            draw(step);
            best = Math.Min(best, clock.Elapsed.TotalSeconds / Cells * 1e9);
        }

        return best;
    }
}

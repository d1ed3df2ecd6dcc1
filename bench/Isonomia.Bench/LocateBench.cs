using System.Diagnostics;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Inference.Tracking;
using Isonomia.Numerics.Random;

namespace Isonomia.Bench;

/// <summary>
/// A converged nine-parameter posterior of one spectrum (R-hat below 1.01, 400 effective draws), on two threads; as many of
/// 64 spectra, as of the channels of a cap; and windows of ten seconds followed second by second. Peer: BrainTrak, about
/// 10 s a spectrum by default (Abeysuriya and Robinson 2016).
/// </summary>
internal static class LocateBench
{
    private const int Rounds = 5;

    public static void Run()
    {
        var grid = new FrequencyGrid(0.75, 0.25, 179);
        var (brain, seen) = (new double[grid.Count], new double[grid.Count - 2]);
        CorticothalamicModel.Instance.On(grid)
            .TryEvaluate(CorticothalamicSteadyState.EyesClosed.ToParameters(), brain, withGradient: false);
        new Electrode(grid).See(brain, 0.05, seen);
        var random = new RandomStream(1, "bench spectrum");
        ObservedSpectrum Observe(double averages) => new(grid, [.. seen.Select(p => p * random.Gamma(averages, 1 / averages))],
            [.. seen.Select(_ => true)], averages, "uV^2/Hz");
        var observed = Observe(55);
        for (var round = 0; round < Rounds; round++)
        {
            var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var posterior = SpectrumLocator.Locate(
                CorticothalamicModel.Instance, observed, new LocateOptions { Threads = 2, Seed = round + 1 });
            var busy = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            var found = posterior.Diagnostics;
            Console.WriteLine($"posterior, 2 threads: {clock.Elapsed.TotalSeconds:0.00} s ({busy:0.00} s of processor), "
                + $"R-hat {found.RHatMax:0.000}, ESS {found.EssMin:0}, {found.Draws} draws, {found.Evaluations} slopes; "
                + (found.Converged ? "converged" : found.WhyNot));
        }

        Cap([.. Enumerable.Range(0, 64).Select(_ => Observe(28))]);
        Follow([.. Enumerable.Range(0, 60).Select(_ => Observe(4))]);
    }

    private static void Cap(ObservedSpectrum[] spectra)
    {
        var (clock, before, converged) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0);
        Parallel.ForEach(spectra, new ParallelOptions { MaxDegreeOfParallelism = 2 }, spectrum =>
        {
            var found = SpectrumLocator.Locate(CorticothalamicModel.Instance, spectrum, new LocateOptions { Threads = 1 });
            if (found.Diagnostics.Converged)
                Interlocked.Increment(ref converged);
        });
        Console.WriteLine($"{spectra.Length} channels, 2 threads: {clock.Elapsed.TotalSeconds:0.0} s "
            + $"({(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s of processor), {converged} converged");
    }

    private static void Follow(ObservedSpectrum[] windows)
    {
        var tracker = new SpectrumTracker(CorticothalamicModel.Instance, new TrackOptions { Threads = 1 });
        tracker.Next(windows[0]);
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var known = windows[1..].Count(w => tracker.Next(w).Diagnostics.Converged);
        var busy = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine($"{windows.Length - 1} windows a second apart, 1 thread: {clock.Elapsed.TotalSeconds:0.0} s ({busy:0.0} s of "
            + $"processor: {(windows.Length - 1) / busy:0.0} times real time), {known} known");
    }
}

using System.Diagnostics;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;

namespace Isonomia.Bench;

/// <summary>
/// A converged nine-parameter posterior of one spectrum (R-hat below 1.01, 400 effective draws), on two threads. Peer:
/// BrainTrak, about 10 s a spectrum by default (Abeysuriya and Robinson 2016).
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
        const double Averages = 55;
        double[] density = [.. seen.Select(p => p * random.Gamma(Averages, 1 / Averages))];
        var observed = new ObservedSpectrum(grid, density, [.. density.Select(_ => true)], Averages, "uV^2/Hz");
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
    }
}

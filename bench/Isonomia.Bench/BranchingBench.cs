using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;

namespace Isonomia.Bench;

/// <summary>
/// The branching parameter of 3 hours of 340,000 spikes in bursts, as of the retina under bicuculline, in bins of 4 ms:
/// 500 slopes, both decays, 100 resamples. One thread.
/// </summary>
internal static class BranchingBench
{
    private const double Seconds = 10_803;

    public static void Run()
    {
        var settings = new MeasureSettings(BiomarkerLibrary.Settings);
        var biomarker = new BranchingBiomarker();
        var bursts = new SpikeAnalysis("all", [new SpikeTrain("all", Bursts())], Seconds, settings);
        Console.WriteLine($"branching: 3 h in 4 ms bins, {bursts.Times(0).Length} spikes, 500 slopes, 100 resamples, 1 thread");
        Stopwatches.Compare("multistep regression with intervals", 13.5, "mrestimator, no resamples",
            () => biomarker.Measure(bursts));
    }

    // Bursts of 1 to 4 s at 200 spikes a second, and single spikes between them.
    private static double[] Bursts()
    {
        var (stream, times) = (new RandomStream(1, "bursts"), new List<double>());
        for (var at = 0.0; at < Seconds;)
        {
            var end = at + stream.Uniform(1, 4);
            for (; at < end; at += stream.Exponential(1.0 / 200))
                times.Add(at);
            end = at + stream.Exponential(14);
            for (; at < end; at += stream.Exponential(1.0))
                times.Add(at);
        }

        return [.. times.Where(t => t < Seconds)];
    }
}

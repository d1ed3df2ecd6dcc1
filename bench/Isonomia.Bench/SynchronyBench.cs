using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Bench;

/// <summary>
/// Every measure of every pair of 64 channels of 300 s at 250 Hz in five bands (wPLI among them), on two threads, from
/// samples in memory; goal: under a second.
/// </summary>
internal static class SynchronyBench
{
    private const int Channels = 64;
    private const double Rate = 250;
    private const int Samples = 300 * 250;

    public static void Run()
    {
        Signal[] signals = [.. Enumerable.Range(0, Channels).Select(c => AmplitudeBench.Noise(c, Samples, Rate))];
        Console.WriteLine($"synchrony: {Channels} channels x 300 s at {Rate} Hz, all pairs, 5 bands, 2 threads");
        foreach (var method in new[] { "hann", "multitaper" })
        {
            Stopwatches.Time($"epochs, cross-spectra, seven measures, amplitude correlation ({method})",
                () => Measure(signals, method));
        }
    }

    private static void Measure(Signal[] signals, string method)
    {
        var settings = RecordingMeasurer.DefaultSettings.With("synchrony.method", method);
        IRecordingBiomarker biomarker = new SynchronyBiomarker();
        var channels = new AnalysedChannel[Channels];
        Stopwatches.OnTwoThreads(Channels, c => channels[c] = new AnalysedChannel(signals[c].Channel, Rate, Samples,
            [new SampleRange(0, Samples)], [new SampleRange(0, Samples)],
            biomarker.Extract(new ChannelAnalysis(signals[c], settings))));
        biomarker.Measure(new RecordingAnalysis(channels, settings, [], 2, CancellationToken.None));
    }
}

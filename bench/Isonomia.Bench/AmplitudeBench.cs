using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Bench;

/// <summary>
/// 64 channels of 300 s at 250 Hz, one band: filter, envelope, detrended fluctuation analysis and functional E/I ratio,
/// on two threads, each channel by one.
/// </summary>
internal static class AmplitudeBench
{
    private const int Channels = 64;
    private const double Rate = 250;
    private const int Samples = 300 * 250;

    public static void Run()
    {
        var settings = new MeasureSettings(BiomarkerLibrary.Settings).With("dfa.bands", "alpha");
        var alpha = settings.Bands.Single(b => b.Name == "alpha");
        var signals = Enumerable.Range(0, Channels).Select(c => Noise(c, Samples, Rate)).ToArray();
        IBiomarker[] both = [new DetrendedFluctuationBiomarker(), new FunctionalRatioBiomarker()];
        Console.WriteLine($"amplitude: {Channels} channels x 300 s at {Rate} Hz, one band, 2 threads");
        Stopwatches.Compare("filter + envelope + DFA + fE/I", 8.9, "crosci", () =>
            Stopwatches.OnTwoThreads(Channels, c =>
            {
                var channel = new ChannelAnalysis(signals[c], settings);
                foreach (var biomarker in both)
                    biomarker.Measure(channel);
            }));

        var envelopes = signals.Select(s => BandEnvelope.Of(new ChannelAnalysis(s, settings), alpha)).ToArray();
        var lengths = Lengths(Rate);
        Stopwatches.Compare("DFA of given envelopes", 2.9, "crosci", () =>
            Stopwatches.OnTwoThreads(Channels, c => DetrendedWindows.Of(envelopes[c], lengths)));
        Stopwatches.Compare("windows of fE/I of given envelopes", 0.66, "crosci", () =>
            Stopwatches.OnTwoThreads(
                Channels, c => DetrendedWindows.Of(envelopes[c], [WindowGrid.Overlapping(1250, 0.8)])));

        var long1kHz = BandEnvelope.Given(1000, Noise(0, 900_000, 1000).Samples);
        var at1kHz = Lengths(1000);
        Stopwatches.Compare("DFA, 1 channel x 900 s at 1 kHz (1 thread)", 0.55, "crosci",
            () => DetrendedWindows.Of(long1kHz, at1kHz));
    }

    private static WindowGrid[] Lengths(double rate) =>
        [.. FluctuationFunction.Sizes(rate, new Interval(5, 30)).Select(s => WindowGrid.Overlapping(s, 0.5))];

    internal static Signal Noise(int seed, int samples, double rate)
    {
        // Pink enough to have every band in it: the sum of white noise and what is left of it.
        var random = new Random(seed);
        var x = new double[samples];
        var slow = 0.0;
        for (var i = 0; i < samples; i++)
        {
            var white = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            x[i] = (slow = 0.98 * slow + white) + white;
        }

        return Signal.Whole(new Channel($"E{seed}", ChannelType.Eeg, "uV", rate, samples), x);
    }
}

using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Complexity;
using Isonomia.Measurement.Settings;

namespace Isonomia.Bench;

/// <summary>Measures of complexity: of one long series, beside antropy; of 64 channels of 300 s, as measured.</summary>
internal static class ComplexityBench
{
    private const int Channels = 64;

    public static void Run()
    {
        var series = AmplitudeBench.Noise(1, 32_768, 250).Samples;
        var tolerance = 0.2 * Math.Sqrt(series.Average(v => v * v) - (series.Average() * series.Average()));
        Console.WriteLine("complexity: one series of 32,768 samples, 1 thread");
        Stopwatches.Compare("Lempel-Ziv", 0.21, "antropy", () => LempelZivBiomarker.Phrases(series));
        Stopwatches.Compare("sample entropy", 0.43, "antropy", () => SampleEntropyBiomarker.Of(series, 2, tolerance));

        var settings = new MeasureSettings(BiomarkerLibrary.Settings);
        var signals = Enumerable.Range(0, Channels).Select(c => AmplitudeBench.Noise(c, 75_000, 250)).ToArray();
        Console.WriteLine($"complexity: {Channels} channels x 300 s at 250 Hz, default settings, 2 threads");
        IBiomarker[] all =
        [
            new LempelZivBiomarker(), new SampleEntropyBiomarker(), new MultiscaleEntropyBiomarker(),
            new PermutationEntropyBiomarker(), new SpectralEntropyBiomarker(),
        ];
        foreach (var biomarker in all)
            Stopwatches.Time(biomarker.Name, () => Measure(signals, settings, biomarker));
        Stopwatches.Time("all of them", () => Measure(signals, settings, all));
    }

    private static void Measure(Signal[] signals, MeasureSettings settings, params IBiomarker[] biomarkers) =>
        Stopwatches.OnTwoThreads(signals.Length, c =>
        {
            var channel = new ChannelAnalysis(signals[c], settings);
            foreach (var biomarker in biomarkers)
                biomarker.Measure(channel);
        });
}

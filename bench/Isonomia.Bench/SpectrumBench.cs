using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Settings;

namespace Isonomia.Bench;

/// <summary>
/// What begins with a spectrum, on 64 channels of 300 s at 250 Hz (Welch also at 1 kHz), on two threads, each channel
/// by one.
/// </summary>
internal static class SpectrumBench
{
    private const int Channels = 64;

    public static void Run()
    {
        var settings = new MeasureSettings(BiomarkerLibrary.Settings);
        var slow = Enumerable.Range(0, Channels).Select(c => AmplitudeBench.Noise(c, 300 * 250, 250)).ToArray();
        void Each(Signal[] signals, IBiomarker biomarker) => Stopwatches.OnTwoThreads(
            Channels, c => biomarker.Measure(new ChannelAnalysis(signals[c], settings)));
        Console.WriteLine($"spectrum: {Channels} channels x 300 s at 250 Hz, 2 threads");
        Stopwatches.Time("Welch spectra", () => Each(slow, new SpectrumBiomarker()));
        Stopwatches.Time("spectra, fits and 40 refits for errors", () => Each(slow, new AperiodicBiomarker()));
        Stopwatches.Time("spectra, knee fits and 40 refits", () => Each(slow, new TimescaleBiomarker()));
        Stopwatches.Time("IRASA, 17 factors", () => Each(slow, new IrasaBiomarker()));

        var fast = Enumerable.Range(0, Channels).Select(c => AmplitudeBench.Noise(c, 300 * 1000, 1000)).ToArray();
        Stopwatches.Compare("Welch spectra at 1 kHz", 0.83, "SciPy", () => Each(fast, new SpectrumBiomarker()));
        Stopwatches.Compare("IRASA at 1 kHz, 1 channel (1 thread)", 0.36, "NeuroDSP",
            () => new IrasaBiomarker().Measure(new ChannelAnalysis(fast[0], settings)));
    }
}

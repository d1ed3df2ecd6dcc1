using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Settings;

namespace Isonomia.Bench;

/// <summary>
/// 10,000 spectra of 77 bins (2 to 40 Hz at 0.5 Hz) with up to six peaks, as an EEG's Welch spectra of 30 windows look:
/// a falling background, alpha and beta peaks, and the estimate's chi-square scatter.
/// </summary>
internal static class SpectralParameterisationBench
{
    private const int Count = 10_000;
    private const int Averages = 30;

    // Same settings, same machine kind (2 cores): fooof 1.1.1 24.5 s and specparam 2.0rc8 9.4 s per 1,000 spectra.
    private const double FooofSeconds = 24.5 * Count / 1000;
    private const double SpecparamSeconds = 9.4 * Count / 1000;

    public static void Run()
    {
        var frequencies = new double[77];
        for (var i = 0; i < frequencies.Length; i++)
            frequencies[i] = 2 + 0.5 * i;
        var random = new Random(1);
        var spectra = Enumerable.Range(0, Count).Select(_ => Spectrum(frequencies, random)).ToArray();
        var options = new SpectralParameterisationOptions
        {
            PeakWidth = new Interval(1, 8),
            MaxPeaks = 6,
            MinPeakHeight = 0.1,
        };
        Console.WriteLine($"parameterise: {Count} spectra x {frequencies.Length} bins, up to 6 peaks, 2 threads");
        var fits = Array.Empty<SpectralFit>();
        void Fit() => fits = SpectralParameterisation.FitMany(frequencies, spectra, options, 2);
        Stopwatches.Compare("all", FooofSeconds, "fooof 1.1.1", Fit);
        Stopwatches.Compare("all", SpecparamSeconds, "specparam 2.0rc8", Fit);
        Console.WriteLine(
            $"  {fits.Average(f => f.Peaks.Count):0.0} peaks a spectrum, {fits.Count(f => f.Why is not null)} failed");
    }

    private static double[] Spectrum(double[] frequencies, Random random)
    {
        var exponent = 0.8 + 1.4 * random.NextDouble();
        var alpha = (At: 8 + 4 * random.NextDouble(), Tall: 0.2 + random.NextDouble(), Wide: 0.6 + random.NextDouble());
        var beta = (
            At: 15 + 10 * random.NextDouble(), Tall: 0.5 * random.NextDouble(), Wide: 1 + 2 * random.NextDouble());
        return
        [
            .. frequencies.Select(f =>
            {
                var log = 2 - exponent * Math.Log10(f)
                    + alpha.Tall * Math.Exp(-Square((f - alpha.At) / alpha.Wide) / 2)
                    + beta.Tall * Math.Exp(-Square((f - beta.At) / beta.Wide) / 2);
                var chiSquare = 0.0;
                for (var k = 0; k < Averages; k++)
                    chiSquare -= Math.Log(1 - random.NextDouble());
                return Math.Pow(10, log) * chiSquare / Averages;
            }),
        ];
    }

    private static double Square(double x) => x * x;
}

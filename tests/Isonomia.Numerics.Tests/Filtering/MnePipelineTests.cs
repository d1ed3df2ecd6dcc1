using System.Text.Json;
using Isonomia.Numerics.Filtering;
using Isonomia.Tests;

namespace Isonomia.Numerics.Tests.Filtering;

/// <summary>
/// Band-pass and envelope of real EEG against MNE 1.3.0 and scipy 1.10.1 (crosci_dfa_fei.json): filter_data with its
/// defaults, first and last second dropped, magnitude of hilbert(x, N=next_fast_len), the latter that of
/// MNE.
/// </summary>
public class MnePipelineTests
{
    // Rounding of two transforms of ten thousand points.
    private const double Tolerance = 1e-12;

    // The dry recordings carry an offset of 150,000 uV under a rhythm of a few, and MNE holds volts.
    private const double ToleranceWithOffset = 1e-9;

    [Theory]
    [InlineData("8-13Hz", 8, 13)]
    [InlineData("13-30Hz", 13, 30)]
    [InlineData("4-8Hz", 4, 8)]
    public void Band_amplitudes_of_the_eeglab_sample_are_those_of_mne(string band, double low, double high) =>
        Compare(
            "eeglab_sample/eeglab_data.set",
            band,
            RawData.Fdt("eeglab_sample/eeglab_data.fdt", 32),
            128,
            (low, high),
            Tolerance);

    [Theory]
    [InlineData("sub01_eyes_open.bdf")]
    [InlineData("sub01_eyes_closed.bdf")]
    [InlineData("sub02_eyes_open.bdf")]
    [InlineData("sub02_eyes_closed.bdf")]
    public void Alpha_amplitudes_of_dry_electrodes_are_those_of_mne(string file)
    {
        var path = "unicorn_eyes_open_closed/" + file;
        Compare(path, "8-13Hz", RawData.Bdf(path), 250, (8, 13), ToleranceWithOffset);
    }

    private static void Compare(
        string recording,
        string band,
        double[][] signals,
        double samplingRate,
        (double Low, double High) edges,
        double tolerance)
    {
        JsonElement reference = SharedData.Reference("crosci_dfa_fei.json")
            .GetProperty("recs").GetProperty(recording).GetProperty(band);
        var filteredDeviations = new List<double>();
        var means = new List<double>();
        var deviations = new List<double>();
        double[] first = [];
        foreach (var signal in signals)
        {
            var filtered = Filtered(signal, samplingRate, edges.Low, edges.High);
            var envelope = new double[filtered.Length];
            Hilbert.Envelope(filtered, envelope);
            filteredDeviations.Add(Deviation(filtered));
            means.Add(envelope.Average());
            deviations.Add(Deviation(envelope));
            if (first.Length == 0)
                first = envelope[..5];
        }

        Near(reference, "filtered_std", filteredDeviations, tolerance);
        Near(reference, "env_mean", means, tolerance);
        Near(reference, "env_std", deviations, tolerance);
        Near(reference, "env_first5", first, tolerance);
    }

    private static double[] Filtered(double[] signal, double samplingRate, double low, double high)
    {
        var filtered = new double[signal.Length];
        new ZeroPhaseFir(FirDesign.Mne(low, high, samplingRate)).Apply(signal, filtered);
        var second = (int)samplingRate;
        return filtered[second..^second];
    }

    private static void Near(JsonElement reference, string key, IReadOnlyList<double> values, double tolerance) =>
        Assert.InRange(
            RawData.RelativeDistance([.. values], reference.GetProperty(key).Numbers()), 0, tolerance);

    private static double Deviation(double[] x)
    {
        var mean = x.Average();
        return Math.Sqrt(x.Average(v => (v - mean) * (v - mean)));
    }
}

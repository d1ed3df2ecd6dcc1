using System.Collections.Concurrent;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Filtering;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The band-pass filters in use, designed once for all channels.</summary>
internal static class BandFilters
{
    private static readonly ConcurrentDictionary<(double Rate, Interval Range), ZeroPhaseFir> Designed = new();

    /// <summary>Why there can be no filter for a band at this sampling rate; null when there can.</summary>
    public static string? WhyNot(Band band, double samplingRate) => band.Range.High < samplingRate / 2
        ? null
        : $"the band reaches to {band.Range.High} Hz, and half the sampling rate is {samplingRate / 2} Hz";

    /// <summary>MNE-Python's default band-pass for a band.</summary>
    public static ZeroPhaseFir For(Band band, double samplingRate) => Designed.GetOrAdd(
        (samplingRate, band.Range),
        static key => new ZeroPhaseFir(FirDesign.Mne(key.Range.Low, key.Range.High, key.Rate)));
}

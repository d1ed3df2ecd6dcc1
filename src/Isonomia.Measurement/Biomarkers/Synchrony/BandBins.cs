using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>Which bins of a transform lie in a band.</summary>
internal static class BandBins
{
    /// <summary>Both ends of the band included; neither 0 Hz nor half the sampling rate is.</summary>
    public static SampleRange Of(Band band, int length, double samplingRate)
    {
        var width = samplingRate / length;
        var first = Math.Max(1, (int)Math.Ceiling((band.Range.Low / width) - 1e-9));
        var last = Math.Min((length - 1) / 2, (int)Math.Floor((band.Range.High / width) + 1e-9));
        return new SampleRange(first, Math.Max(0, last - first + 1));
    }
}

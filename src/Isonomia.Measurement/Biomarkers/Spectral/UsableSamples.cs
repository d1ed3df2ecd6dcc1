namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>Whether a signal can have a spectrum at all.</summary>
internal static class UsableSamples
{
    /// <summary>Why no spectrum can be computed of the usable samples; null where one can.</summary>
    public static string? Fault(Signal signal)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var run in signal.Usable)
        {
            foreach (var sample in signal.Samples.AsSpan(run.First, run.Count))
            {
                if (!double.IsFinite(sample))
                    return "the signal holds values that are not finite";
                low = Math.Min(low, sample);
                high = Math.Max(high, sample);
            }
        }

        return low == high ? "the signal is flat" : null;
    }
}

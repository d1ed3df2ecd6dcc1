using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Hurst;

/// <summary>The window lengths at which fluctuations are looked at, in samples.</summary>
/// <param name="Least">The shortest.</param>
/// <param name="Most">The longest.</param>
internal readonly record struct ScaleRange(int Least, int Most)
{
    // Shorter windows are mostly detrending and discreteness.
    private const int ShortestOfAll = 16;
    private const int PerOctave = 4;
    private const int InRecording = 8;

    /// <summary>The range that a setting asks for, as far as signal and filters allow.</summary>
    public static ScaleRange Of(Signal signal, Interval wanted)
    {
        var rate = signal.SamplingRate;
        var longest = signal.Usable.Count == 0 ? 0 : signal.Usable.Max(r => r.Count);
        var pass = signal.Passband;
        var least = wanted.Low > 0 ? wanted.Low * rate : pass.High < 0.499 * rate ? rate / pass.High : 0;
        var most = double.IsPositiveInfinity(wanted.High) ? pass.Low > 0 ? rate / (2 * pass.Low) : longest : wanted.High * rate;
        return new ScaleRange(
            (int)Math.Max(ShortestOfAll, Math.Round(least)), (int)Math.Min(longest / InRecording, Math.Round(most)));
    }

    /// <summary>Window lengths, evenly spaced in their logarithm.</summary>
    public int[] Sizes()
    {
        if (Most < Least)
            return [];
        var steps = (int)Math.Floor(PerOctave * Math.Log2((double)Most / Least));
        var least = Least;
        return [.. Enumerable.Range(0, steps + 1)
            .Select(i => (int)Math.Round(least * Math.Pow(2, i / (double)PerOctave))).Distinct()];
    }
}

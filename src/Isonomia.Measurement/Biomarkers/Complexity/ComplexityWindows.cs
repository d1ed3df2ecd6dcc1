using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>The pieces of a signal whose complexity is measured one by one and averaged.</summary>
/// <param name="Ranges">Equally long, not overlapping, each within an uninterrupted usable run.</param>
/// <param name="WhyNone">Why there are none; null when there are.</param>
internal sealed record ComplexityWindows(IReadOnlyList<SampleRange> Ranges, string? WhyNone)
{
    /// <summary>Longest signal taken as a whole: some measures cost as the square of the length.</summary>
    public const int LongestWhole = 1 << 20;

    /// <summary>A setting for the length of such windows.</summary>
    public static Setting<double> Setting(string key, string byDefault, string of) => new(
        key,
        byDefault,
        $"length of the windows that {of} averaged over, in seconds, or whole: the longest uninterrupted part at once",
        text => text == "whole" ? double.PositiveInfinity : SettingText.Seconds(text));

    /// <summary>Cuts up a signal; an infinite length takes its longest run as a whole.</summary>
    public static ComplexityWindows Of(Signal signal, double seconds, string key)
    {
        if (signal.Usable.Count == 0)
            return None("nothing of the signal is usable");
        var longest = signal.Usable.MaxBy(r => r.Count);
        if (double.IsPositiveInfinity(seconds))
        {
            return longest.Count <= LongestWhole
                ? new([longest], null)
                : None($"{longest.Count} samples at once are too many ({LongestWhole} at most); set {key}");
        }

        var size = (int)Math.Min(int.MaxValue, seconds * signal.SamplingRate);
        if (size < 2)
            return None($"{key}={seconds} s holds fewer than two samples");
        var ranges = new List<SampleRange>();
        foreach (var run in signal.Usable)
        {
            for (var first = run.First; first + (long)size <= run.End; first += size)
                ranges.Add(new SampleRange(first, size));
        }

        return ranges.Count > 0
            ? new(ranges, null)
            : None($"too short: no uninterrupted usable part of {seconds:0.###} s (the longest is "
                + $"{longest.Count / signal.SamplingRate:0.###} s); lower {key}");
    }

    private static ComplexityWindows None(string why) => new([], why);
}

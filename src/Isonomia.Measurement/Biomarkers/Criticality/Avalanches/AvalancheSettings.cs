using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>What can be set for avalanches.</summary>
public static class AvalancheSettings
{
    /// <summary>Length of a bin.</summary>
    public static readonly Setting<double> Bin = new("avalanches.bin", "auto",
        "length of the bins, in s, or auto: the mean time from one event to the next; whole samples of signals",
        text => text == "auto" ? 0 : SettingText.Seconds(text));

    /// <summary>From which size power laws are fitted.</summary>
    public static readonly Setting<Interval> SizeFrom = new("avalanches.size_from", "1:30",
        "smallest size that is fitted: a number, or low:high for the one among them whose fit is nearest to the data",
        ReadFrom);

    /// <summary>From which duration power laws are fitted.</summary>
    public static readonly Setting<Interval> DurationFrom = new("avalanches.duration_from", "1:30",
        "shortest duration in bins that is fitted: a number, or low:high as for sizes", ReadFrom);

    /// <summary>Samples for the goodness of fit.</summary>
    public static readonly Setting<int> Samples = new("avalanches.samples", "200",
        "samples drawn from each fitted power law to judge how well it fits, and resamples for intervals; p is sure to "
        + "0.5/sqrt(samples)", SettingText.Count);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Bin, SizeFrom, DurationFrom, Samples];

    private static Interval ReadFrom(string text)
    {
        if (!text.Contains(':'))
            text = $"{text}:{text}";
        var ends = text.Split(':');
        return ends.Length == 2 && int.TryParse(ends[0], out var low) && int.TryParse(ends[1], out var high)
            && low >= 1 && high >= low
            ? new Interval(low, high)
            : throw new FormatException("a whole number of 1 or more, or low:high of two such, was expected");
    }
}

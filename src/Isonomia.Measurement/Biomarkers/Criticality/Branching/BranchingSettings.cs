using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>What can be set for the branching parameter.</summary>
public static class BranchingSettings
{
    /// <summary>Length of a bin.</summary>
    public static readonly Setting<double> Bin = new("branching.bin", "4ms",
        "length of the bins in which activity is counted; whole samples of signals, one at least", SettingText.Seconds);

    /// <summary>How far slopes are followed.</summary>
    public static readonly Setting<double> Range = new("branching.range", "2s",
        "how far apart bins are regressed on each other; several times the timescale, far less than the recording",
        SettingText.Seconds);

    /// <summary>Resamples for intervals.</summary>
    public static readonly Setting<int> Samples = new("branching.samples", "100",
        "resamples of blocks of time from which intervals come; 0 for none", SettingText.Count);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Bin, Range, Samples];
}

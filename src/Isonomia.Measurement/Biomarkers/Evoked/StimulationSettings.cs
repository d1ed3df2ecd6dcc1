using System.Globalization;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>What can be set for responses to transcranial magnetic stimulation.</summary>
public static class StimulationSettings
{
    /// <summary>The pulse.</summary>
    public static readonly Setting<string> Event = new("tms.event", "none",
        "description of the events that are pulses of transcranial magnetic stimulation (single, or the test pulse alone); "
        + "'epoch' for the moment to which an epoched file is aligned", text => text);

    /// <summary>Paired pulses.</summary>
    public static readonly Setting<IReadOnlyList<(string Event, double Milliseconds)>> Pairs = new("tms.pairs", "none",
        "test pulses that follow a conditioning one, as event:interval in ms, joined by commas (S2:3,S3:12)", ReadPairs);

    /// <summary>Baseline.</summary>
    public static readonly Setting<Interval> Baseline = new("tms.baseline", "-0.4:-0.05",
        "from where to where before the pulse the baseline is taken, in s", SettingText.Interval);

    /// <summary>Response of complexity.</summary>
    public static readonly Setting<Interval> Response = new("pci.response", "0:0.3",
        "from where to where after the pulse complexity is measured, in s", SettingText.Interval);

    /// <summary>Weight of the baseline.</summary>
    public static readonly Setting<double> BaselineWeight = new("pci.k", "1.2",
        "how much transitions of the baseline count against those of the response", SettingText.Positive);

    /// <summary>Least signal to noise.</summary>
    public static readonly Setting<double> LeastSignalToNoise = new("pci.min_snr", "1.1",
        "components of the response are used from this signal-to-noise ratio (of amplitudes) on", SettingText.Positive);

    /// <summary>Variance kept.</summary>
    public static readonly Setting<double> Variance = new("pci.variance", "99",
        "per cent of the response's variance that components account for", ReadPercent);

    /// <summary>Thresholds.</summary>
    public static readonly Setting<int> Thresholds = new("pci.thresholds", "100", "thresholds that are tried", ReadThresholds);

    /// <summary>Window of the motor response.</summary>
    public static readonly Setting<Interval> MotorWindow = new("tms.motor_window", "0.015:0.05",
        "from where to where after the pulse the muscle's response is sought, in s", SettingText.Interval);

    /// <summary>Silence.</summary>
    public static readonly Setting<double> Silence = new("tms.silence", "0.5",
        "share of the baseline's mean rectified activity below which a contracted muscle is silent", SettingText.Fraction);

    private static IReadOnlyList<(string, double)> ReadPairs(string text) => text == "none" ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var colon = pair.LastIndexOf(':');
            return colon > 0 && double.TryParse(pair[(colon + 1)..].Replace("ms", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var ms)
                && ms > 0 && double.IsFinite(ms)
                ? (pair[..colon].Trim(), ms)
                : throw new FormatException($"'{pair}' is not event:interval; write S2:3 for pulses 3 ms apart marked S2");
        })];

    private static double ReadPercent(string text) => SettingText.Number(text) is > 0 and <= 100 and var percent
        ? percent
        : throw new FormatException("a number above 0 and up to 100 was expected");

    private static int ReadThresholds(string text) => SettingText.Count(text) is >= 2 and <= 10_000 and var count
        ? count
        : throw new FormatException("a whole number from 2 to 10000 was expected");
}

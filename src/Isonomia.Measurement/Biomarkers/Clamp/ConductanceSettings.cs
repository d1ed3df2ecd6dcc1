using System.Globalization;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Clamp;

/// <summary>What can be set for conductances from clamp recordings.</summary>
public static class ConductanceSettings
{
    /// <summary>Which quantity was held.</summary>
    public static readonly Setting<string> Clamp = new("conductance.clamp", "voltage",
        "voltage (channels are currents at held potentials) or current (channels are potentials at injected currents)",
        SettingText.OneOf("voltage", "current"));

    /// <summary>The levels.</summary>
    public static readonly Setting<double[]> Levels = new("conductance.levels", "none",
        "holding potentials in mV, or injected currents in pA, one for each channel in order, as -80,-60,-40", ReadLevels);

    /// <summary>Excitatory reversal.</summary>
    public static readonly Setting<double> ExcitatoryReversal = new("conductance.excitatory_reversal", "0",
        "reversal potential of excitation in mV", SettingText.Number);

    /// <summary>Inhibitory reversal.</summary>
    public static readonly Setting<double> InhibitoryReversal = new("conductance.inhibitory_reversal", "-80",
        "reversal potential of inhibition in mV", SettingText.Number);

    /// <summary>Membrane capacitance.</summary>
    public static readonly Setting<double> Capacitance = new("conductance.capacitance", "150",
        "capacitance of the membrane in pF, for current clamp", SettingText.Positive);

    /// <summary>Series resistance.</summary>
    public static readonly Setting<double> SeriesResistance = new("conductance.series_resistance", "0",
        "series resistance that was not compensated, in MOhm", SettingText.NotNegative);

    /// <summary>Baseline.</summary>
    public static readonly Setting<Interval> Baseline = new("conductance.baseline", "0:0.1",
        "from where to where in a sweep there is no synaptic input, in s: leak and noise are taken there",
        SettingText.Interval);

    /// <summary>Smoothing of the derivative.</summary>
    public static readonly Setting<double> Smoothing = new("conductance.smoothing", "1ms",
        "over what time the slope of the potential is fitted, for current clamp", SettingText.Seconds);

    /// <summary>Largest lag.</summary>
    public static readonly Setting<double> MaximalLag = new("conductance.maximal_lag", "50ms",
        "within what lag excitation and inhibition are compared", SettingText.Seconds);

    private static double[] ReadLevels(string text) => text == "none" ? []
        : [.. text.Replace("mV", "").Replace("pA", "").Split(',', StringSplitOptions.TrimEntries).Select(part =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && double.IsFinite(level)
                ? level
                : throw new FormatException($"'{part}' is not a number; write levels as -80,-60,-40"))];
}

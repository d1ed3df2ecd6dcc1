using System.Text.RegularExpressions;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats;

/// <summary>What the names of channels say, for formats that say no more.</summary>
public static partial class ChannelNames
{
    private static readonly string[] Units = ["", "ADU", "AU", "a.u.", "raw", "counts"];

    /// <summary>Infers what a channel carries from its name and unit.</summary>
    /// <remarks>
    /// A word that names a kind of signal decides (<c>EOG horizontal</c>, <c>EEG EKG1-REF</c>, <c>Status</c>), then a
    /// name of the 10-10 system, then the unit: unknown channels that are voltages are taken for EEG, as other tools
    /// take them, unknown channels without a unit for <paramref name="unknown"/>. Nothing in seconds or degrees is EEG,
    /// whatever its name.
    /// </remarks>
    /// <param name="name">The channel's name.</param>
    /// <param name="unit">Its unit, normalised by <see cref="UnitNames.Normalise"/>; empty where unknown.</param>
    /// <param name="unknown">What a channel is whose name and unit say nothing.</param>
    public static ChannelType TypeOf(string name, string unit, ChannelType unknown = ChannelType.Other)
    {
        var upper = name.ToUpperInvariant();
        if (StimulusWord().IsMatch(upper))
            return ChannelType.Stimulus;
        if (UnitNames.IsFluxGradient(unit))
            return ChannelType.Gradiometer;
        if (UnitNames.IsFluxDensity(unit))
            return ChannelType.Magnetometer;
        if (EogWord().IsMatch(upper))
            return ChannelType.Eog;
        if (EcgWord().IsMatch(upper))
            return ChannelType.Ecg;
        if (EmgWord().IsMatch(upper))
            return ChannelType.Emg;
        if (RespirationWord().IsMatch(upper))
            return ChannelType.Respiration;
        if (OtherWord().IsMatch(upper) || !UnitNames.IsVoltage(unit) && !Units.Contains(unit))
            return ChannelType.Other;
        if (upper.StartsWith("SEEG"))
            return ChannelType.Seeg;
        if (upper.StartsWith("ECOG"))
            return ChannelType.Ecog;
        if (upper.StartsWith("LFP"))
            return ChannelType.Lfp;
        if (upper.StartsWith("EEG") || IsOnScalp(name) || UnitNames.IsVoltage(unit))
            return ChannelType.Eeg;
        return unknown;
    }

    /// <summary>
    /// Makes names distinct: where several channels share one, they get running numbers (<c>C3-0</c>, <c>C3-1</c>); a
    /// channel without a name is called by its place (<c>ch5</c>).
    /// </summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> names)
    {
        var named = names.Select((n, i) => n.Length > 0 ? n : $"ch{i + 1}").ToArray();
        var taken = named.ToHashSet(StringComparer.Ordinal);
        foreach (var shared in named.Index().GroupBy(n => n.Item).Where(g => g.Count() > 1).ToArray())
        {
            var number = 0;
            foreach (var (index, name) in shared)
            {
                while (!taken.Add($"{name}-{number}"))
                    number++;
                named[index] = $"{name}-{number}";
            }
        }

        return named;
    }

    private static bool IsOnScalp(string name)
    {
        var poles = name.Split('-');
        return StandardMontage.TryFind(name, out _)
            || poles.Length == 2 && poles.All(pole => StandardMontage.TryFind(pole, out _));
    }

    [GeneratedRegex(@"^(STATUS|TRIGGER|STIM|STI ?\d+|TRIG\w*|DIN\d*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StimulusWord();

    [GeneratedRegex(@"EOG|\b(LOC|ROC)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EogWord();

    [GeneratedRegex(@"ECG|EKG", RegexOptions.None, 1000)]
    private static partial Regex EcgWord();

    [GeneratedRegex(@"EMG|\bCHIN", RegexOptions.None, 1000)]
    private static partial Regex EmgWord();

    [GeneratedRegex(@"^(RESP|THOR|ABDO|CHEST|AIRFLOW|FLOW|NASAL|EFFORT)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RespirationWord();

    [GeneratedRegex(
        @"^(EXG\d|TEMP|SAO2|SPO2|PULSE|PLETH?|GSR|EDA|ACC|GYRO?|LIGHT|SOUND|SNORE|EVENT|MARK|ERG|BATT|PHOTIC|COUNTER|"
        + @"DC\d|CO2|ETCO2|IBI|BURSTS|SUPPR|HR\b|POSITION|AUX|MISC)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex OtherWord();
}

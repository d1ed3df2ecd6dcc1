using System.Globalization;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Bids;

/// <summary>What <c>channels.tsv</c> says of the channels of a recording.</summary>
internal static class BidsChannels
{
    /// <summary>
    /// The channels, with the types, statuses and filters of the table. Units and rates stay those of the file, since its
    /// samples were scaled by them; a disagreement becomes a warning.
    /// </summary>
    /// <param name="channels">As the recording's file has them.</param>
    /// <param name="table">The table.</param>
    /// <param name="warnings">Where to warn.</param>
    public static IReadOnlyList<Channel> Apply(IReadOnlyList<Channel> channels, BidsTable table, List<string> warnings)
    {
        table.Require("name").Require("type");
        var rows = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var row = 0; row < table.Count; row++)
        {
            var name = table[row, "name"]
                ?? throw new BadInputException(table.Path, $"row {row + 1}: a channel has no name");
            if (!rows.TryAdd(Key(name), row))
                warnings.Add($"channels.tsv has two rows for '{name}'; the first counts");
        }

        var described = channels.Select(c => rows.Remove(Key(c.Name), out var row)
            ? Described(c, table, row, warnings)
            : c).ToArray();
        if (rows.Count > 0)
        {
            warnings.Add($"channels.tsv describes channels that the recording lacks: {Few(rows.Values.Select(r => table[r, "name"]!))}");
        }

        return described;
    }

    private static Channel Described(Channel channel, BidsTable table, int row, List<string> warnings)
    {
        if (table[row, "units"] is { } text && UnitNames.Normalise(text) is var unit && Kind(unit) != Kind(channel.Unit)
            && channel.Unit.Length > 0)
        {
            warnings.Add($"channels.tsv gives {channel.Name} in {unit}, the recording in {channel.Unit}; the recording counts");
        }

        if (Number(table, row, "sampling_frequency") is { } rate && Math.Abs(rate - channel.SamplingRate) > 1e-3 * rate)
        {
            warnings.Add($"channels.tsv gives {channel.Name} a sampling rate of {rate} Hz, the recording "
                + $"{channel.SamplingRate} Hz; the recording counts");
        }

        var status = table[row, "status"]?.ToLowerInvariant();
        var why = table[row, "status_description"];
        return channel with
        {
            Type = TypeOf(table[row, "type"], channel, warnings),
            Unit = channel.Unit.Length > 0 ? channel.Unit : UnitNames.Normalise(table[row, "units"] ?? ""),
            MarkedBad = status == "bad" ? "marked as bad in channels.tsv" + (why is null ? "" : $": {why}") : null,
            HighPass = channel.HighPass ?? Number(table, row, "low_cutoff"),
            LowPass = channel.LowPass ?? Number(table, row, "high_cutoff"),
        };
    }

    private static ChannelType TypeOf(string? text, Channel channel, List<string> warnings)
    {
        switch (text?.ToUpperInvariant())
        {
            case null:
                return channel.Type;
            case "EEG":
                return ChannelType.Eeg;
            case "MEGMAG":
                return ChannelType.Magnetometer;
            case "MEGGRAD" or "MEGGRADAXIAL" or "MEGGRADPLANAR":
                return ChannelType.Gradiometer;
            case "ECOG":
                return ChannelType.Ecog;
            case "SEEG":
                return ChannelType.Seeg;
            // Electrodes that stimulate deep in the brain record its field potentials.
            case "DBS":
                return ChannelType.Lfp;
            case "EOG" or "HEOG" or "VEOG":
                return ChannelType.Eog;
            case "ECG":
                return ChannelType.Ecg;
            case "EMG":
                return ChannelType.Emg;
            case "RESP":
                return ChannelType.Respiration;
            case "TRIG":
                return ChannelType.Stimulus;
            case "MISC" or "REF" or "AUDIO" or "EYEGAZE" or "GSR" or "PPG" or "PUPIL" or "SYSCLOCK" or "TEMP" or "ADC"
                or "DAC" or "HLU" or "FITERR" or "OTHER" or "PD" or "MEGOTHER" or "MEGREFMAG" or "MEGREFGRADAXIAL"
                or "MEGREFGRADPLANAR":
                return ChannelType.Other;
            default:
                warnings.Add($"channels.tsv gives {channel.Name} the type '{text}', which BIDS does not know; it was taken "
                    + $"for {channel.Type.Label()}");
                return channel.Type;
        }
    }

    private static double? Number(BidsTable table, int row, string column) =>
        double.TryParse(table[row, column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) && value > 0 ? value : null;

    private static string Kind(string unit) => UnitNames.IsVoltage(unit) ? "V"
        : UnitNames.IsFluxDensity(unit) ? "T"
        : UnitNames.IsFluxGradient(unit) ? "T/m"
        : unit;

    // Names in EDF files of PhysioNet end with dots that tables leave out.
    private static string Key(string name) => name.Trim().TrimEnd('.');

    private static string Few(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return string.Join(", ", all.Take(8)) + (all.Length > 8 ? $" and {all.Length - 8} more" : "");
    }
}

using System.Globalization;
using System.Text.Json;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Bids;

/// <summary>
/// Where electrodes are, by <c>electrodes.tsv</c> and the coordinate system that <c>coordsystem.json</c> says they are given
/// in (BIDS 1.9, appendix on coordinate systems). Of scalp electrodes only: places within the brain are in frames of atlases.
/// </summary>
internal static class BidsElectrodes
{
    // Axes towards the right ear, the nose and the crown, or towards the nose, the left ear and the crown.
    private static readonly string[] RightFirst = ["CapTrak", "ElektaNeuromag", "NeuromagElektaMEGIN"];
    private static readonly string[] NoseFirst = ["CTF", "EEGLAB", "EEGLAB-HJ", "4DBti", "KitYokogawa"];

    /// <summary>The channels, with places for those that the table has.</summary>
    /// <param name="channels">As the recording's file has them; places of its own are kept for the others.</param>
    /// <param name="table">The table.</param>
    /// <param name="system">What coordsystem.json says; null where there is none.</param>
    /// <param name="warnings">Where to warn.</param>
    public static IReadOnlyList<Channel> Apply(IReadOnlyList<Channel> channels, BidsTable table,
        IReadOnlyDictionary<string, JsonElement>? system, List<string> warnings)
    {
        table.Require("name").Require("x").Require("y").Require("z");
        if (system is null)
        {
            warnings.Add("electrodes.tsv has no coordsystem.json to say which axes it has; its places were left out");
            return channels;
        }

        var name = Text(system, "EEGCoordinateSystem");
        var isNoseFirst = NoseFirst.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (!isNoseFirst && !RightFirst.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            warnings.Add($"coordsystem.json gives electrodes in the system '{name ?? "n/a"}', whose axes are not known here; "
                + "their places were left out");
            return channels;
        }

        if (Metres(Text(system, "EEGCoordinateUnits")) is not { } scale)
        {
            warnings.Add($"coordsystem.json gives electrodes in '{Text(system, "EEGCoordinateUnits") ?? "n/a"}' where m, cm or mm "
                + "was expected; their places were left out");
            return channels;
        }

        var places = new Dictionary<string, Position>(StringComparer.OrdinalIgnoreCase);
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row, "name"] is { } electrode && Number(table, row, "x") is { } x && Number(table, row, "y") is { } y
                && Number(table, row, "z") is { } z)
            {
                places.TryAdd(electrode.TrimEnd('.'),
                    isNoseFirst ? new Position(-y * scale, x * scale, z * scale) : new Position(x * scale, y * scale, z * scale));
            }
        }

        return [.. channels.Select(c => places.TryGetValue(c.Name.Trim().TrimEnd('.'), out var place) ? c with { Position = place } : c)];
    }

    private static double? Metres(string? unit) => unit?.ToLowerInvariant() switch
    {
        "m" => 1,
        "cm" => 0.01,
        "mm" => 0.001,
        _ => null,
    };

    private static string? Text(IReadOnlyDictionary<string, JsonElement> system, string key) =>
        system.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(BidsTable table, int row, string column) =>
        double.TryParse(table[row, column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) ? value : null;
}

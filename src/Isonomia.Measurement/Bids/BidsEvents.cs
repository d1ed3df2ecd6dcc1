using System.Globalization;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Bids;

/// <summary>What <c>events.tsv</c> says happened during a recording.</summary>
internal static class BidsEvents
{
    /// <summary>The events, by onset: named by <c>trial_type</c>, else by <c>value</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="warnings">Where to warn.</param>
    /// <exception cref="BadInputException">An onset or duration is no number.</exception>
    public static IReadOnlyList<RecordingEvent> Read(BidsTable table, List<string> warnings)
    {
        table.Require("onset").Require("duration");
        var events = new List<RecordingEvent>(table.Count);
        var without = 0;
        for (var row = 0; row < table.Count; row++)
        {
            if (Number(table, row, "onset") is { } onset)
            {
                var duration = Math.Max(0, Number(table, row, "duration") ?? 0);
                var name = table[row, "trial_type"] ?? table[row, "value"] ?? table[row, "event_type"] ?? "event";
                events.Add(new RecordingEvent(onset, duration, name));
            }
            else
            {
                without++;
            }
        }

        if (without > 0)
            warnings.Add($"events.tsv has events without onset, which were left out: {without}");
        return [.. events.OrderBy(e => e.Onset)];
    }

    private static double? Number(BidsTable table, int row, string column)
    {
        if (table[row, column] is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new BadInputException(table.Path,
                $"row {row + 1}, column {column}: '{text}' is no number; seconds were expected, or n/a");
    }
}

using System.Globalization;
using System.Text;
using Isonomia.Measurement.Formats.Delimited;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Spikes;

/// <summary>
/// Spike times in text: a row a spike, with columns named like <c>unit</c> and <c>time</c> in either order. Times are
/// in seconds unless the name says otherwise (<c>time_ms</c>).
/// </summary>
public sealed class SpikeTableFormat : IRecordingFormat
{
    private const int LongestShown = 30;

    private static readonly HashSet<string> UnitNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "unit", "units", "unitid", "neuron", "neuronid", "cell", "cellid", "cluster", "clusterid", "sender", "senders",
    };

    /// <inheritdoc/>
    public string Name => "spike times CSV/TSV";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) => ColumnsOf(head.Bytes.Span, head.Length) is not null;

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        var head = FileHead.Of(path);
        var (layout, unitColumn, timeColumn, seconds) = ColumnsOf(head.Bytes.Span, head.Length)
            ?? throw new BadInputException(path, "a header with the columns unit and time was expected");
        var spikes = new Dictionary<string, List<double>>();
        var warnings = new List<string>();
        using var lines = new LineReader(path);
        while (lines.Next(out var line))
        {
            if (TableLayout.IsSkipped(line) || lines.Number == layout.HeaderLine)
                continue;
            var text = layout.Trim(line);
            var unit = Encoding.UTF8.GetString(Field(text, layout, unitColumn)).Trim().Trim('"');
            var field = Field(text, layout, timeColumn);
            if (unit.Length == 0 || !FieldNumber.TryRead(field, layout.DecimalComma, out var time)
                || !double.IsFinite(time))
            {
                if (!lines.IsWhole && spikes.Count > 0)
                {
                    warnings.Add($"the file was cut short: its last line, {lines.Number}, is incomplete and was "
                        + "left out");
                    break;
                }

                var shown = Encoding.UTF8.GetString(field.Length > LongestShown ? field[..LongestShown] : field).Trim();
                throw new BadInputException(path,
                    $"line {lines.Number}: a unit and the time of a spike were expected, but the time is '{shown}'"
                    + (unit.Length == 0 ? " and the unit is missing" : ""));
            }

            if (time < 0)
                throw new BadInputException(path,
                    $"line {lines.Number}: the spike is at {time}, before the recording began");
            if (!spikes.TryGetValue(unit, out var times))
                spikes.Add(unit, times = []);
            times.Add(time * seconds);
        }

        return SpikeTrains.Recording(path, "spike times", SpikeTrains.Of(spikes), null, warnings);
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, TableLayout layout, int column)
    {
        var start = 0;
        for (var c = 0; start <= line.Length; c++)
        {
            var end = layout.FieldEnd(line, start);
            if (c == column)
                return line[start..end];
            start = end == line.Length ? line.Length + 1 : layout.NextField(line, end);
        }

        return [];
    }

    private static (TableLayout Layout, int Unit, int Time, double Seconds)? ColumnsOf(ReadOnlySpan<byte> head,
        long length)
    {
        if (head.Contains((byte)0))
            return null;
        var layout = TableLayout.Of(head, isWholeFile: length == head.Length);
        var names = layout.Names;
        var unit = IndexOf(names, n => UnitNames.Contains(n.Replace("_", "").Replace(" ", "")));
        var time = IndexOf(names, n => SecondsOf(n) is not null);
        return unit >= 0 && time >= 0 ? (layout, unit, time, SecondsOf(names[time])!.Value) : null;
    }

    private static double? SecondsOf(string name)
    {
        var bare = name.Trim().ToLower(CultureInfo.InvariantCulture);
        foreach (var prefix in (ReadOnlySpan<string>)["spike_", "spike ", "spike"])
        {
            if (bare.StartsWith(prefix))
                bare = bare[prefix.Length..];
        }

        return TimeColumn.UnitOf(bare);
    }

    private static int IndexOf(IReadOnlyList<string> names, Func<string, bool> isIt) =>
        Enumerable.Range(0, names.Count).FirstOrDefault(i => isIt(names[i]), -1);
}

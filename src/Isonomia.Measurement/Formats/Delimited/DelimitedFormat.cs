using System.Text.RegularExpressions;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Delimited;

/// <summary>
/// Tables of numbers in text (CSV, TSV, columns): a row a sample, a column a channel, with or without names, with or
/// without a column of times. Without one the sampling rate must be stated.
/// </summary>
public sealed partial class DelimitedFormat : IRecordingFormat
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".txt", ".asc", ".tab"];
    private static readonly string[] CountNames = ["", "index", "sample", "samples", "sampleindex", "n", "unnamed: 0"];

    /// <inheritdoc/>
    public string Name => "CSV/TSV";

    /// <inheritdoc/>
    public bool Recognises(FileHead head)
    {
        var text = head.Bytes.Span;
        if (text.ContainsAnyInRange((byte)0, (byte)8) || text.ContainsAnyInRange((byte)14, (byte)31))
            return false;
        return Extensions.Contains(head.Extension)
            || TableLayout.IsTable(text, isWholeFile: head.Length == text.Length);
    }

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        var table = NumberTable.Read(path);
        var warnings = new List<string>(table.Warnings);
        if (table.Layout.Names.Count == 0 && table.Columns.Count > table.Rows && table.Columns.Count > 2)
            return Sideways(path, table, options, warnings);

        var isSignal = Enumerable.Repeat(true, table.Columns.Count).ToArray();
        var time = TimeOf(path, table, isSignal, options, warnings);
        var rate = options.SamplingRate is { } stated ? ArrayRate.Checked(path, stated, "the sampling rate stated")
            : time?.SamplingRate
            ?? throw new BadInputException(path,
                "the table does not say its sampling rate; state it with --rate HZ, or add a column called time");
        var kept = Enumerable.Range(0, table.Columns.Count).Where(c => isSignal[c]).ToList();
        if (kept.Count == 0)
            throw new BadInputException(path, "the only column counts samples or time; there is no signal");
        var names = ChannelNames.Distinct(kept.ConvertAll(c => BareName(table, c)));
        var channels = kept.Select((c, i) => ChannelOf(names[i], UnitOf(table, c, options), rate, table.Rows)).ToList();
        return Made(path, channels, [.. kept.Select(c => table.Columns[c])], time?.Stretches ?? [], warnings);
    }

    /// <summary>Finds columns that are no signals: a count of samples, and times.</summary>
    private static TimeColumn? TimeOf(string path, NumberTable table, bool[] isSignal, ReadingOptions options,
        List<string> warnings)
    {
        ReadOnlySpan<double> Values(int column) => table.Columns[column].AsSpan(0, table.Rows);

        var isNamed = table.Layout.Names.Count > 0;
        var mayCount = isNamed
            ? CountNames.Contains(table.Layout.Names[0].ToLowerInvariant().Replace("_", ""))
            : table.Columns.Count > 1;
        if (mayCount && TimeColumn.IsCount(Values(0)))
        {
            isSignal[0] = false;
            warnings.Add("the first column counts samples and was left out");
        }

        var named = table.Layout.Names.ToList().FindIndex(n => TimeColumn.UnitOf(n) is not null);
        if (named < 0 && (isNamed || table.Columns.Count < 2 || !isSignal[0] || !TimeColumn.IsUniform(Values(0))))
            return null;
        var column = Math.Max(0, named);
        isSignal[column] = false;
        TimeColumn time;
        try
        {
            var seconds = named < 0 ? 1 : TimeColumn.UnitOf(table.Layout.Names[named])!.Value;
            time = TimeColumn.Of(path, Values(column), seconds);
        }
        catch (BadInputException e) when (options.SamplingRate is not null)
        {
            warnings.Add("the column of times was left out, as the rate was stated and "
                + e.Message[(path.Length + 2)..]);
            return null;
        }

        if (named < 0)
            warnings.Add($"the first column was taken for times in seconds, {time.SamplingRate} Hz");
        if (options.SamplingRate is not { } stated || Math.Abs(stated - time.SamplingRate) < 0.01 * stated)
            return time;
        warnings.Add($"the rate stated, {stated} Hz, was used, although the column of times says "
            + $"{time.SamplingRate} Hz");
        return null;
    }

    private static Recording Sideways(string path, NumberTable table, ReadingOptions options, List<string> warnings)
    {
        var rate = options.SamplingRate is { } stated ? ArrayRate.Checked(path, stated, "the sampling rate stated")
            : throw new BadInputException(path, "the table does not say its sampling rate; state it with --rate HZ");
        warnings.Add($"the table has more columns than rows and was read as {table.Rows} channels of "
            + $"{table.Columns.Count} samples");
        var unit = UnitNames.Normalise(options.Unit ?? "");
        var channels = Enumerable.Range(1, table.Rows).Select(i =>
            ChannelOf($"ch{i}", unit, rate, table.Columns.Count)).ToList();
        return Made(path, channels,
            [.. Enumerable.Range(0, table.Rows).Select(r => table.Columns.Select(c => c[r]).ToArray())], [], warnings);
    }

    private static Recording Made(
        string path, List<Channel> channels, IReadOnlyList<double[]> samples, IReadOnlyList<Stretch> stretches,
            List<string> warnings) =>
        new(new RecordingHeader(path, "CSV", channels) { Stretches = stretches, Warnings = warnings },
            new MemorySource(samples));

    private static Channel ChannelOf(string name, string unit, double rate, long samples) =>
        new(name, ChannelNames.TypeOf(name, unit, unknown: ChannelType.Eeg), unit, rate, samples);

    private static string BareName(NumberTable table, int column) =>
        table.Layout.Names.Count == 0
            ? ""
            : NameAndUnit().Match(table.Layout.Names[column]).Groups["name"].Value.Trim();

    private static string UnitOf(NumberTable table, int column, ReadingOptions options)
    {
        var stated = table.Layout.Names.Count == 0
            ? ""
            : NameAndUnit().Match(table.Layout.Names[column]).Groups["unit"].Value;
        return UnitNames.Normalise(options.Unit ?? stated);
    }

    [GeneratedRegex(@"^(?<name>.*?)\s*([\[\(](?<unit>[^\[\]\(\)]{1,12})[\]\)])?\s*$", RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex NameAndUnit();
}

using System.Globalization;
using System.Text;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>Reads data files in text: a line a point (multiplexed) or a line a channel (vectorised).</summary>
internal static class AsciiData
{
    /// <summary>All samples, an array a channel, scaled.</summary>
    /// <exception cref="BadInputException">There is something else than numbers, or too few or many of
    /// them.</exception>
    public static double[][] Read(string path, BrainVisionHeader header, List<string> warnings)
    {
        var lines = File.ReadLines(path, Encoding.Latin1).Index().Skip(header.Layout.SkipLines)
            .Where(l => l.Item.AsSpan().ContainsAnyExcept(" \t\r"));
        var channels = header.IsMultiplexed
            ? Points(path, header, lines, warnings)
            : [.. lines.Select(l => Row(path, header, l.Index, l.Item).ToArray())];
        if (channels.Length != header.Channels.Count)
        {
            throw new BadInputException(
                path, $"there are {channels.Length} lines of data for {header.Channels.Count} channels");
        }

        var points = channels[0].Length;
        if (channels.FirstOrDefault(c => c.Length != points) is { } odd)
            throw new BadInputException(path, $"one channel has {points} samples and another {odd.Length}");
        if (points == 0)
            throw new BadInputException(path, "the data file holds no samples");
        if (header.Points is { } stated && stated != points)
        {
            if (points > stated)
                throw new BadInputException(path, $"the header states {stated} points, but there are {points}");
            warnings.Add($"the data file is cut short: it holds {points} of {stated} points; missing at the end: "
                + $"{(stated - points) / header.SamplingRate:0.######} s");
        }

        foreach (var (samples, channel) in channels.Zip(header.Channels))
        {
            foreach (ref var sample in samples.AsSpan())
                sample *= channel.Resolution;
        }

        return channels;
    }

    private static double[][] Points(
        string path, BrainVisionHeader header, IEnumerable<(int Index, string Item)> lines, List<string> warnings)
    {
        var channels = header.Channels.Select(_ => new List<double>()).ToArray();
        var fragment = -1;
        foreach (var (index, line) in lines)
        {
            if (fragment >= 0)
                throw Complaint(path, fragment, $"{header.Channels.Count} numbers, one a channel");
            var row = Row(path, header, index, line);
            if (row.Count > channels.Length)
                throw Complaint(path, index, $"{channels.Length} numbers, one a channel");
            // Only the last line may be a fragment.
            if (row.Count < channels.Length)
                fragment = index;
            else
                foreach (var (channel, value) in channels.Zip(row))
                    channel.Add(value);
        }

        if (fragment >= 0)
            warnings.Add($"line {fragment + 1}, the last of the data file, is incomplete and was left out");
        return [.. channels.Select(c => c.ToArray())];
    }

    private static List<double> Row(string path, BrainVisionHeader header, int index, string line)
    {
        var (comma, skip) = (header.Layout.DecimalSymbol == ',', header.Layout.SkipColumns);
        ReadOnlySpan<char> separators = comma ? " \t;" : " \t;,";
        var row = new List<double>(header.Channels.Count);
        foreach (var range in line.AsSpan().SplitAny(separators))
        {
            var field = line.AsSpan(range).Trim();
            if (field.IsEmpty || skip-- > 0)
                continue;
            var text = comma ? field.ToString().Replace(',', '.') : field;
            if (!double.TryParse(text, NumberStyles.Float, null, out var value))
                throw Complaint(path, index, "numbers");
            row.Add(value);
        }

        return row;
    }

    private static BadInputException Complaint(string path, int index, string expected) =>
        new(path, $"line {index + 1} of the data should hold {expected}");
}

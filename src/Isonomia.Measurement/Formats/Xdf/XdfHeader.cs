using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>What a stream says of itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it carries: EEG, Markers, ...</param>
/// <param name="Rate">Samples a second; 0 where they come at no regular rate.</param>
/// <param name="Number">How its values are stored; null for texts.</param>
/// <param name="Channels">Its channels.</param>
internal sealed record XdfHeader(string Name, string Type, double Rate, NumberType? Number, IReadOnlyList<XdfChannel> Channels)
{
    private const int MostChannels = 100_000;

    public static XdfHeader Read(string path, ReadOnlySpan<byte> xml, uint id)
    {
        XElement info;
        try
        {
            info = Parse(xml);
        }
        catch (XmlException e)
        {
            throw new BadInputException(path, $"stream {id}: its description is not valid XML: {e.Message}", e);
        }

        string Text(string key) => info.Element(key)?.Value.Trim() ?? "";
        if (!int.TryParse(Text("channel_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > MostChannels)
        {
            throw new BadInputException(path, $"stream {id}: channel_count is '{FileText.Printable(Text("channel_count"))}'; "
                + "a number of channels was expected");
        }

        if (!double.TryParse(Text("nominal_srate"), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
            || !(rate >= 0 && rate < 1e9))
        {
            throw new BadInputException(path, $"stream {id}: nominal_srate is '{FileText.Printable(Text("nominal_srate"))}'; "
                + "samples a second were expected, or 0");
        }

        NumberType? number = Text("channel_format").ToLowerInvariant() switch
        {
            "float32" => NumberType.Float32,
            "double64" => NumberType.Float64,
            "int8" => NumberType.Int8,
            "int16" => NumberType.Int16,
            "int32" => NumberType.Int32,
            "int64" => NumberType.Int64,
            "string" => null,
            var other => throw new BadInputException(path, $"stream {id}: channel_format is '{FileText.Printable(other)}'; float32, "
                + "double64, int8, int16, int32, int64 or string was expected"),
        };
        var described = info.Element("desc")?.Element("channels")?.Elements("channel").Take(count)
            .Select(XdfChannel.Of).ToList() ?? [];
        while (described.Count < count)
            described.Add(new XdfChannel("", "", ""));
        return new XdfHeader(Text("name"), Text("type"), rate, number, described);
    }

    /// <summary>How many samples a footer says there are; null where it does not.</summary>
    public static long? SampleCount(ReadOnlySpan<byte> xml)
    {
        try
        {
            return long.TryParse(Parse(xml).Element("sample_count")?.Value, NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count) ? count : null;
        }
        catch (XmlException)
        {
            // Footers only repeat what the stream told already; one that was garbled takes nothing away.
            return null;
        }
    }

    private static XElement Parse(ReadOnlySpan<byte> xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var text = new StringReader(Encoding.UTF8.GetString(xml).Trim('\0', ' ', '\r', '\n', '\t'));
        using var reader = XmlReader.Create(text, settings);
        return XElement.Load(reader);
    }
}

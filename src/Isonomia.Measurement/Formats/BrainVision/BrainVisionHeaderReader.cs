using System.Globalization;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>
/// Reads header files of the BrainVision Core Data Format (Brain Products, 1.0 and 2.0).
/// </summary>
internal static class BrainVisionHeaderReader
{
    private const string Common = "Common Infos";
    private const string Binary = "Binary Infos";
    private const string Ascii = "ASCII Infos";
    private const double HighestRate = 1e9;
    private const double LowestRate = 1e-6;

    /// <summary>Reads the header.</summary>
    /// <exception cref="BadInputException">It contradicts itself or describes what cannot be read.</exception>
    public static BrainVisionHeader Read(string path, BrainVisionText text)
    {
        var isAscii = Choice("ASCII", "BINARY", text.Required(Common, "DataFormat"), Common, "DataFormat");
        var isMultiplexed = Choice(
            "MULTIPLEXED", "VECTORIZED", text.Required(Common, "DataOrientation"), Common, "DataOrientation");
        if (text.Value(Common, "DataType") is { } type && !Is(type, "TIMEDOMAIN"))
            throw text.Complaint(Common, "DataType", "TIMEDOMAIN (spectra cannot be measured as recordings)");

        text.Required(Common, "SamplingInterval");
        var interval = Number(Common, "SamplingInterval") ?? 0;
        var rate = 1e6 / interval;
        if (interval <= 0 || rate is > HighestRate or < LowestRate)
            throw text.Complaint(Common, "SamplingInterval", "the microseconds between samples");

        NumberType? number = isAscii ? null : text.Required(Binary, "BinaryFormat").ToUpperInvariant() switch
        {
            "INT_16" => NumberType.Int16,
            "INT_32" => NumberType.Int32,
            "IEEE_FLOAT_32" => NumberType.Float32,
            _ => throw text.Complaint(Binary, "BinaryFormat", "INT_16, INT_32 or IEEE_FLOAT_32"),
        };
        return new BrainVisionHeader(
            text.Required(Common, "DataFile"),
            text.Value(Common, "MarkerFile"),
            number,
            text.Value(Binary, "UseBigEndianOrder") is { } order
                && Choice("YES", "NO", order, Binary, "UseBigEndianOrder"),
            isMultiplexed,
            rate,
            Count(Common, "DataPoints", 1),
            Count(Common, "SegmentDataPoints", 1),
            Channels(path, text),
            new TextLayout(
                (int)(Count(Ascii, "SkipLines", 0) ?? 0),
                (int)(Count(Ascii, "SkipColumns", 0) ?? 0),
                text.Value(Ascii, "DecimalSymbol") is [var symbol, ..] ? symbol : '.'));

        bool Choice(string yes, string no, string value, string section, string key) => Is(value, yes)
            || (Is(value, no) ? false : throw text.Complaint(section, key, $"{yes} or {no}"));

        double? Number(string section, string key) => text.Value(section, key) is not { } value ? null
            : TryNumber(value, out var number) ? number : throw text.Complaint(section, key, "a number");

        long? Count(string section, string key, long least) => Number(section, key) switch
        {
            null => null,
            { } n when n >= least && n <= int.MaxValue && n == Math.Floor(n) => (long)n,
            _ => throw text.Complaint(section, key, least > 0 ? "a whole number above zero" : "a whole number"),
        };
    }

    /// <summary>A finite number with a decimal point.</summary>
    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, null, out number) && double.IsFinite(number);

    private static BrainVisionChannel[] Channels(string path, BrainVisionText text)
    {
        var described = text.Numbered("Channel Infos", "Ch").OrderBy(c => c.Number).ToArray();
        var stated = text.Required(Common, "NumberOfChannels");
        if (!int.TryParse(stated, NumberStyles.None, null, out var count) || count == 0)
            throw text.Complaint(Common, "NumberOfChannels", "a whole number above zero");
        if (count != described.Length || described.Index().Any(c => c.Item.Number != c.Index + 1))
        {
            throw new BadInputException(path, $"NumberOfChannels in [Common Infos] is {count}, but [Channel Infos] "
                + $"describes {described.Length} channels, which should be Ch1 to Ch{count}");
        }

        var positions = text.Numbered("Coordinates", "Ch").DistinctBy(c => c.Number)
            .ToDictionary(c => c.Number, c => Place(c.Fields));
        return [.. described.Select(c => new BrainVisionChannel(
            c.Fields[0],
            Resolution(c.Number, c.Fields.ElementAtOrDefault(2) ?? ""),
            Unit(c.Fields.ElementAtOrDefault(3) ?? ""),
            positions.GetValueOrDefault(c.Number)))];

        double Resolution(int number, string field)
        {
            if (field.Length == 0)
                return 1;
            return TryNumber(field, out var resolution) && resolution != 0 ? resolution : throw new BadInputException(
                path, $"the resolution of Ch{number} in [Channel Infos] should be a number other than zero, but there "
                    + $"is \"{FileText.Printable(field)}\"");
        }
    }

    private static string Unit(string field) => field switch
    {
        "" => "uV",
        "n/a" => "",
        _ => UnitNames.Normalise(field),
    };

    /// <summary>
    /// Radius, inclination and azimuth: a radius of 1 means an idealised head, of 0 an unknown place, any other
    /// millimetres. The inclination is negative on the left.
    /// </summary>
    private static Position? Place(string[] fields)
    {
        if (fields.Length < 3 || !TryNumber(fields[0], out var radius) || !TryNumber(fields[1], out var theta)
            || !TryNumber(fields[2], out var phi) || radius <= 0)
            return null;
        var metres = radius == 1 ? StandardMontage.HeadRadius : radius / 1000;
        var ((sinT, cosT), (sinP, cosP)) = (Math.SinCos(theta * Math.PI / 180), Math.SinCos(phi * Math.PI / 180));
        return new Position(metres * sinT * cosP, metres * sinT * sinP, metres * cosT);
    }

    private static bool Is(string value, string expected) =>
        string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
}

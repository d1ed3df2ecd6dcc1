using System.Globalization;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>The fixed-width text fields of an EDF header.</summary>
internal sealed class EdfFields(string path, byte[] header)
{
    /// <summary>A field's text without the padding; Latin-1 where it is not UTF-8.</summary>
    public string Text(int at, int width) =>
        FileText.Decode(header.AsSpan(at, width)).Trim(' ', '\0', '\t', '\r', '\n');

    /// <summary>A field that holds a whole number.</summary>
    /// <param name="at">Its first byte.</param>
    /// <param name="width">Its width.</param>
    /// <param name="what">What it is called in the specification, and of which signal.</param>
    public long Whole(int at, int width, string what)
    {
        var number = Number(at, width, what, "a whole number");
        if (number != Math.Floor(number) || Math.Abs(number) > 1e15)
            throw Complaint(at, width, what, "a whole number");
        return (long)number;
    }

    /// <summary>A field that holds a number; a comma is taken for a point.</summary>
    public double Number(int at, int width, string what, string expected = "a number")
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowExponent;
        var text = Text(at, width).Replace(',', '.');
        return double.TryParse(text, Style, null, out var number) && double.IsFinite(number)
            ? number
            : throw Complaint(at, width, what, expected);
    }

    /// <summary>The complaint that a field does not hold what it must.</summary>
    public BadInputException Complaint(int at, int width, string what, string expected)
    {
        var text = Text(at, width);
        var found = text.Length == 0 ? "nothing" : $"\"{FileText.Printable(text)}\"";
        return new BadInputException(path, $"the {what} (bytes {at} to {at + width - 1} of the header) should be "
            + $"{expected}, but there is {found}; the header is damaged or was written wrongly");
    }
}

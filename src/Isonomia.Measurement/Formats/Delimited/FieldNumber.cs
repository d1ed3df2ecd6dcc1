using System.Globalization;

namespace Isonomia.Measurement.Formats.Delimited;

/// <summary>A number written in a field of a table.</summary>
internal static class FieldNumber
{
    private const int LongestNumber = 64;

    /// <summary>Reads it; a value that is written as missing (NaN, NA, n/a) is not a number but is read.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, bool decimalComma, out double number)
    {
        field = field.Trim(" \t"u8);
        if (field.Length > 2 && field[0] == (byte)'"' && field[^1] == (byte)'"')
            field = field[1..^1];
        if (decimalComma && field.Length <= LongestNumber)
        {
            Span<byte> dotted = stackalloc byte[LongestNumber];
            field.CopyTo(dotted);
            dotted.Replace((byte)',', (byte)'.');
            return double.TryParse(dotted[..field.Length], NumberStyles.Float, null, out number)
                || IsMissing(field, out number);
        }

        return double.TryParse(field, NumberStyles.Float, null, out number) || IsMissing(field, out number);
    }

    /// <summary>Whether the field says that there is no value.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> field) => IsMissing(field, out _);

    private static bool IsMissing(ReadOnlySpan<byte> field, out double number)
    {
        number = double.NaN;
        return field.SequenceEqual("NA"u8) || field.SequenceEqual("n/a"u8) || field.SequenceEqual("nan"u8)
            || field.SequenceEqual("NAN"u8);
    }
}

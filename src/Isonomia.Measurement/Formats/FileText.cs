using System.Text;

namespace Isonomia.Measurement.Formats;

/// <summary>Text in files that do not say how it is encoded.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Text in UTF-8, or in Latin-1 where it is not valid UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>The text with control characters shown as dots, for messages.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '.' : c));
}

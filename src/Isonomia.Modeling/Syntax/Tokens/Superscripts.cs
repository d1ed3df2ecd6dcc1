namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>Raised digits and signs, as word processors write powers.</summary>
internal static class Superscripts
{
    /// <summary>The power at the start of a text in ordinary digits and signs; empty where there is none.</summary>
    /// <param name="text">The text.</param>
    public static string Read(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && Lowered(text[length]) is not null)
            length++;
        return string.Create(length, text[..length], (power, raised) =>
        {
            for (var i = 0; i < power.Length; i++)
                power[i] = Lowered(raised[i])!.Value;
        });
    }

    private static char? Lowered(char c) => c switch
    {
        '\u00B9' => '1',
        '\u00B2' or '\u00B3' => (char)('2' + c - '\u00B2'),
        '\u2070' or (>= '\u2074' and <= '\u2079') => (char)('0' + c - '\u2070'),
        '\u207A' => '+',
        '\u207B' => '-',
        _ => null,
    };
}

using System.Globalization;
using System.Text;

namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>
/// Characters that come with text pasted from papers and word processors: what they are called and what they stand for.
/// </summary>
internal static class OddCharacters
{
    private static readonly Dictionary<int, Odd> Known = new()
    {
        [0x00A0] = Space("no-break space"),
        [0x2002] = Space("en space"),
        [0x2003] = Space("em space"),
        [0x2007] = Space("figure space"),
        [0x2009] = Space("thin space"),
        [0x200A] = Space("hair space"),
        [0x202F] = Space("narrow no-break space"),
        [0x3000] = Space("ideographic space"),
        [0x200B] = Nothing("zero-width space"),
        [0x200C] = Nothing("zero-width non-joiner"),
        [0x200D] = Nothing("zero-width joiner"),
        [0x2060] = Nothing("word joiner"),
        [0xFEFF] = Nothing("byte order mark"),
        [0x00AD] = Nothing("soft hyphen"),
        [0x200E] = Nothing("left-to-right mark"),
        [0x200F] = Nothing("right-to-left mark"),
        [0x2212] = For("minus sign", "-"),
        [0x2010] = For("hyphen", "-"),
        [0x2011] = For("non-breaking hyphen", "-"),
        [0x2012] = For("figure dash", "-"),
        [0x2013] = For("en dash", "-"),
        [0x2014] = For("em dash", "-"),
        [0x00D7] = For("multiplication sign", "*"),
        [0x00B7] = For("middle dot", "*"),
        [0x22C5] = For("dot operator", "*"),
        [0x2219] = For("bullet operator", "*"),
        [0x2022] = For("bullet", "*"),
        [0x2217] = For("asterisk operator", "*"),
        [0x00F7] = For("division sign", "/"),
        [0x2215] = For("division slash", "/"),
        [0x2044] = For("fraction slash", "/"),
        [0x2264] = For("less-than or equal to", "<="),
        [0x2265] = For("greater-than or equal to", ">="),
        [0x2260] = For("not equal to", "!="),
        [0x2227] = For("logical and", "and"),
        [0x2228] = For("logical or", "or"),
        [0x00AC] = For("not sign", "not"),
        [0x221E] = Hinting("infinity", "write 'inf'"),
        [0x221A] = Hinting("square root", "write 'sqrt(...)'"),
        [0x2202] = Hinting("partial differential", "write a derivative by time as 'dv/dt'"),
        [0x2211] = Hinting("summation", "write the sum out"),
        [0x222B] = Hinting("integral", "write an integral as a differential equation: dx/dt = ..."),
        [0x2032] = Hinting("prime", "write a derivative by time as 'dv/dt'"),
        [0x0307] = Hinting("dot above", "write a derivative by time as 'dv/dt'"),
        [0x00B0] = Hinting("degree sign", "temperatures are in kelvin"),
        ['?'] = Hinting("", ConditionalHint),
        ['.'] = Hinting("", "names have no '.', and a number with it is written 0.5"),
        ['\\'] = Hinting("", "write formulas in plain text; a '\\' that continues a line must be its last character"),
        ['$'] = Hinting("", "write the formula in plain text"),
        ['@'] = Hinting("", "options of a run are not part of the equations"),
    };

    /// <summary>How to write what other languages write with "if" or "?".</summary>
    public const string ConditionalHint = "write a choice as int(condition)*a + int(not (condition))*b";

    /// <summary>What is known about a character, or null.</summary>
    /// <param name="rune">The character.</param>
    public static Odd? Find(Rune rune)
    {
        if (Known.TryGetValue(rune.Value, out var odd))
            return odd;
        if (rune.Value is >= 0xFF01 and <= 0xFF5E)
            return Hinting("full-width form", $"write '{(char)(rune.Value - 0xFEE0)}'");
        // Mathematical letters, as formulas in PDF files have them: 13 alphabets of 52 letters.
        if (rune.Value is >= 0x1D400 and <= 0x1D6A3)
        {
            var letter = (rune.Value - 0x1D400) % 52;
            return Hinting("mathematical letter", $"write '{(char)(letter < 26 ? 'A' + letter : 'a' + letter - 26)}'");
        }

        return null;
    }

    /// <summary>A character as a message shows it: itself where it can be seen, and its code point.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="name">What it is called; may be empty.</param>
    public static string Show(Rune rune, string name)
    {
        var code = $"U+{rune.Value:X4}";
        var visible = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
        if (!visible)
            return name.Length > 0 ? $"a {name} ({code})" : $"the character {code}";
        return rune.IsAscii ? $"'{rune}'" : name.Length > 0 ? $"'{rune}' ({name}, {code})" : $"'{rune}' ({code})";
    }

    private static Odd Space(string name) => new(name, " ", "replace it by an ordinary space");

    private static Odd Nothing(string name) => new(name, "", "delete it");

    private static Odd For(string name, string replacement) => new(name, replacement, $"write '{replacement}'");

    private static Odd Hinting(string name, string hint) => new(name, null, hint);

    /// <summary>What is known about a character.</summary>
    /// <param name="Name">What it is called; empty for those of the keyboard.</param>
    /// <param name="Replacement">What stands for it: a space, nothing, an operator; null where nothing does.</param>
    /// <param name="Hint">What to write instead.</param>
    public sealed record Odd(string Name, string? Replacement, string Hint);
}

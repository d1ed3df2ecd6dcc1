using System.Text.RegularExpressions;

namespace Isonomia.Reporting.Findings;

/// <summary>Units as people write them.</summary>
internal static partial class Units
{
    /// <summary><c>uV^2/Hz</c> as µV²/Hz; nothing for a pure number.</summary>
    public static string InWords(string unit)
    {
        if (unit is "1" or "")
            return "";
        var words = unit.Replace("^2", "²").Replace("**2", "²").Replace("log10", "log₁₀");
        return Micro().Replace(words, "µ");
    }

    // A u before a capital (uV, uT) that does not stand within a word.
    [GeneratedRegex(@"(?<!\w)u(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Micro();
}

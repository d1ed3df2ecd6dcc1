namespace Isonomia.Reporting.Findings;

/// <summary>Units as people write them.</summary>
internal static class Units
{
    /// <summary><c>uV^2/Hz</c> as µV²/Hz; nothing for a pure number.</summary>
    public static string InWords(string unit)
    {
        if (unit is "1" or "")
            return "";
        var words = unit.Replace("^2", "²").Replace("**2", "²");
        return words.StartsWith('u') && words.Length > 1 && char.IsUpper(words[1]) ? "µ" + words[1..] : words;
    }
}

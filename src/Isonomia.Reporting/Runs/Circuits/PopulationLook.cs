namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>The colour of a population: that of the class of its cells.</summary>
internal static class PopulationLook
{
    /// <summary>The class in the style sheet.</summary>
    /// <param name="cells">The class of the cells: "E", "PV"; null where the circuit does not say.</param>
    public static string Of(string? cells) => cells?.ToUpperInvariant() switch
    {
        "E" => "kE",
        "I" or "PV" => "kI",
        "SST" => "kS",
        "VIP" => "kV",
        _ => "kN",
    };

    /// <summary>What the colours of these classes mean, for a caption.</summary>
    public static string Words(IEnumerable<string?> classes)
    {
        var looks = classes.Select(Of).Distinct().ToArray();
        var named = new List<string>();
        foreach (var (look, words) in (ReadOnlySpan<(string, string)>)
            [("kE", "vermilion: excitatory"), ("kI", "blue: inhibitory"), ("kS", "green: SST"), ("kV", "purple: VIP")])
        {
            if (looks.Contains(look))
                named.Add(words);
        }

        if (looks.Contains("kN"))
            named.Add("grey: no class");
        var all = string.Join(", ", named);
        return all.Length == 0 ? "" : char.ToUpperInvariant(all[0]) + all[1..] + ".";
    }
}

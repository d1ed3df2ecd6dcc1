namespace Isonomia.Modeling.Expressions.Printing.Notation;

/// <summary>
/// How a name is set: "tau_m" as tau with m below it, and without underscore what the field writes so: "gNa", "EL",
/// "Cm", "DeltaT", "tauw" as g, E, C, Delta, tau with the rest below. Other names, and ions, stay whole.
/// </summary>
internal static class NameParts
{
    // Those that look like Latin letters are left out.
    private static readonly Dictionary<string, string> Greek = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["zeta"] = "ζ",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["iota"] = "ι",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["lambd"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["xi"] = "ξ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["phi"] = "φ",
        ["chi"] = "χ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["Gamma"] = "Γ",
        ["Delta"] = "Δ",
        ["Theta"] = "Θ",
        ["Lambda"] = "Λ",
        ["Xi"] = "Ξ",
        ["Pi"] = "Π",
        ["Sigma"] = "Σ",
        ["Phi"] = "Φ",
        ["Psi"] = "Ψ",
        ["Omega"] = "Ω",
        ["inf"] = "∞",
        ["infty"] = "∞",
    };

    /// <summary>The Greek letter of a name, or null.</summary>
    public static string? GreekLetter(string name) => Greek.GetValueOrDefault(name);

    /// <summary>The LaTeX command of a Greek letter or of infinity, or null.</summary>
    public static string? Command(string letter) => letter == "∞" ? "\\infty"
        : Greek.FirstOrDefault(g => g.Value == letter).Key is { } name ? "\\" + name : null;

    /// <summary>A name's head and what stands below it; Greek letters as such.</summary>
    public static (string Head, string[] Below) Split(string name)
    {
        var parts = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return (name, []);
        var below = parts[1..].Select(Letter).ToList();
        var head = parts[0];
        var letter = Greek.Keys.FirstOrDefault(g => g.Length > 2 && head.Length > g.Length && head.Length - g.Length <= 2
            && head.StartsWith(g, StringComparison.Ordinal));
        var cut = letter?.Length ?? 1;
        if (letter is not null || head.Length is > 1 and <= 4 && char.IsAsciiLetter(head[0])
            && (char.IsAsciiLetterUpper(head[1]) || IsOfTwoCases(head) || head[1..].All(char.IsAsciiDigit) || head[1..] == "inf"))
        {
            below.Insert(0, Letter(head[cut..]));
            head = head[..cut];
        }

        return (Letter(head), [.. below]);
    }

    private static bool IsOfTwoCases(string name) => name is [>= 'A' and <= 'Z', >= 'a' and <= 'z']
        and not ("Ca" or "Cl" or "Mg" or "Na" or "Zn");

    private static string Letter(string part) => Greek.GetValueOrDefault(part, part);
}

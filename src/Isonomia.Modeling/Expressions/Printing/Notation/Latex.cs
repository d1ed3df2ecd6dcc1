namespace Isonomia.Modeling.Expressions.Printing.Notation;

/// <summary>LaTeX, for its mathematics mode.</summary>
internal sealed class Latex : INotation
{
    public static Latex Instance { get; } = new();

    public string Number(string digits)
    {
        var parts = digits.Split('e');
        var power = parts.Length == 2 ? $"10^{{{parts[1].TrimStart('+')}}}" : null;
        return digits is "inf" ? @"\infty" : digits is "-inf" ? @"-\infty"
            : power is null ? digits
            : parts[0] is "1" ? power
            : $@"{parts[0]} \cdot {power}";
    }

    public string Ellipsis => @"\ldots";

    public string Unit(string number, IReadOnlyList<UnitPart> unit)
    {
        var parts = unit.Select(u => u.Symbol.Replace("µ", @"\mu ").Replace("Ω", @"\Omega")
            + (u.Exponent.Length == 0 ? "" : $"^{{{u.Exponent}}}"));
        return $@"{number}\,\mathrm{{{string.Join(@"\,", parts)}}}";
    }

    public string Name(string head, IReadOnlyList<string> below) => below.Count == 0
        ? Letter(head)
        : $"{Letter(head)}_{{{string.Join(',', below.Select(Letter))}}}";

    public string Infix(string left, string sign, string right) => sign switch
    {
        "" => char.IsAsciiDigit(right[0]) ? $@"{left} \cdot {right}" : $@"{left}\,{right}",
        "≤" => $@"{left} \le {right}",
        "≥" => $@"{left} \ge {right}",
        "≠" => $@"{left} \ne {right}",
        "∧" => $@"{left} \wedge {right}",
        "∨" => $@"{left} \vee {right}",
        "mod" => $@"{left} \bmod {right}",
        _ => $"{left} {sign} {right}",
    };

    public string Prefix(string sign, string operand) => (sign == "¬" ? @"\neg " : sign) + operand;

    public string Fraction(string above, string below) => $@"\frac{{{above}}}{{{below}}}";

    public string Rate(string name) => Fraction("d" + name, "dt");

    public string Superscript(string raised, string exponent) => $"{raised}^{{{exponent}}}";

    public string Root(string operand) => $@"\sqrt{{{operand}}}";

    public string Fence(string open, string inner, string close) => $@"\left{Mark(open)}{inner}\right{Mark(close)}";

    public string Call(string function, IReadOnlyList<string> arguments)
    {
        var name = function switch
        {
            "exp" or "ln" or "sin" or "cos" or "tan" or "sinh" or "cosh" or "tanh" or "arcsin" or "arccos" or "arctan"
                or "min" or "max" => "\\" + function,
            "log10" => @"\log_{10}",
            _ => $@"\operatorname{{{Plain(function)}}}",
        };
        return $@"{name}\left({string.Join(", ", arguments)}\right)";
    }

    public string Cases(string condition, string yes, string no) =>
        $@"\begin{{cases}}{yes} & \text{{if }} {condition} \\ {no} & \text{{otherwise}}\end{{cases}}";

    private static string Letter(string part) => NameParts.Command(part)
        ?? (part.Length == 1 || part.All(char.IsAsciiDigit) ? part : $@"\mathrm{{{Plain(part)}}}");

    private static string Plain(string text) => text.Replace("_", @"\_");

    private static string Mark(string fence) => fence switch
    {
        "⌊" => @"\lfloor ",
        "⌋" => @"\rfloor ",
        "⌈" => @"\lceil ",
        "⌉" => @"\rceil ",
        _ => fence,
    };
}

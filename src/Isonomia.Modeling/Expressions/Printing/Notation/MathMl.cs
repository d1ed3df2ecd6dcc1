using System.Net;

namespace Isonomia.Modeling.Expressions.Printing.Notation;

/// <summary>Presentation MathML; all text in it is escaped.</summary>
internal sealed class MathMl : INotation
{
    public static MathMl Instance { get; } = new();

    public string Number(string digits)
    {
        var isNegative = digits.StartsWith('-');
        var parts = digits.TrimStart('-').Split('e');
        var number = parts[0] == "inf" ? "<mi>∞</mi>" : $"<mn>{parts[0]}</mn>";
        if (parts.Length == 2)
        {
            var power = Superscript("<mn>10</mn>", Number(parts[1].TrimStart('+')));
            number = parts[0] == "1" ? power : Infix(number, "·", power);
        }

        return isNegative ? Prefix("-", number) : number;
    }

    public string Ellipsis => "<mtext>...</mtext>";

    public string Unit(string number, IReadOnlyList<UnitPart> unit)
    {
        const string space = "<mspace width=\"0.17em\"/>";
        var parts = unit.Select(u => (Name: $"<mi mathvariant=\"normal\">{u.Symbol}</mi>", u.Exponent))
            .Select(u => space + (u.Exponent.Length == 0 ? u.Name : Superscript(u.Name, Number(u.Exponent))));
        return $"<mrow>{number}{string.Concat(parts)}</mrow>";
    }

    public string Name(string head, IReadOnlyList<string> below) => below.Count == 0
        ? Letter(head)
        : $"<msub>{Letter(head)}<mrow>{string.Join("<mo>,</mo>", below.Select(Letter))}</mrow></msub>";

    public string Infix(string left, string sign, string right) =>
        $"<mrow>{left}<mo>{(sign.Length == 0 ? "&#x2062;" : Escaped(Sign(sign)))}</mo>{right}</mrow>";

    public string Prefix(string sign, string operand) => $"<mrow><mo>{Sign(sign)}</mo>{operand}</mrow>";

    public string Fraction(string above, string below) => $"<mfrac>{above}{below}</mfrac>";

    public string Rate(string name) =>
        Fraction($"<mrow><mi>d</mi>{name}</mrow>", "<mrow><mi>d</mi><mi>t</mi></mrow>");

    public string Superscript(string raised, string exponent) => $"<msup>{raised}{exponent}</msup>";

    public string Root(string operand) => $"<msqrt>{operand}</msqrt>";

    public string Fence(string open, string inner, string close) =>
        $"<mrow><mo>{open}</mo>{inner}<mo>{close}</mo></mrow>";

    public string Call(string function, IReadOnlyList<string> arguments)
    {
        var name = function == "log10" ? "<msub><mi>log</mi><mn>10</mn></msub>" : $"<mi>{Escaped(function)}</mi>";
        return $"<mrow>{name}<mo>&#x2061;</mo>{Fence("(", string.Join("<mo>,</mo>", arguments), ")")}</mrow>";
    }

    public string Cases(string condition, string yes, string no) =>
        $"<mrow><mo>{{</mo><mtable><mtr><mtd>{yes}</mtd><mtd><mtext>if </mtext>{condition}</mtd></mtr>"
        + $"<mtr><mtd>{no}</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>";

    private static string Letter(string part) => part.All(char.IsAsciiDigit)
        ? $"<mn>{part}</mn>"
        : $"<mi>{Escaped(part)}</mi>";

    private static string Sign(string sign) => sign == "-" ? "−" : sign;

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}

using System.Text;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Reading;

namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>Counts characters that do not belong: each is reported once, however often a paste has it.</summary>
internal sealed class OddCharacterTally
{
    private static readonly Rune Quote = new('"');

    private readonly Dictionary<Rune, (TextSpan First, int Count)> seen = [];

    /// <summary>Notes a character.</summary>
    public void Add(Rune rune, TextSpan span) =>
        seen[rune] = seen.TryGetValue(rune, out var known) ? (known.First, known.Count + 1) : (span, 1);

    /// <summary>Notes quotes, of whichever kind.</summary>
    public void AddQuote(TextSpan span) => Add(Quote, span);

    /// <summary>Reports each character where it stands first.</summary>
    public void Report(Findings findings)
    {
        foreach (var (rune, (span, count)) in seen)
        {
            var times = count > 1 ? $", {count} times" : "";
            if (rune == Quote)
            {
                findings.Error(
                    span, $"found a quotation mark{times}", "give the bare text, without the quotes of a program");
                continue;
            }

            var known = OddCharacters.Find(rune);
            var shown = OddCharacters.Show(rune, known?.Name ?? "");
            var meaning = known?.Replacement is null ? ", which means nothing here" : "";
            findings.Error(span, $"found {shown}{meaning}{times}", known?.Hint);
        }
    }
}

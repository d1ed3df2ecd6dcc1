using System.Text;
using Isonomia.Validation.Climbing;

namespace Isonomia.Reporting.Validation;

/// <summary>
/// The rungs of the documentation, one part a rung, so that one can be measured anew and the others stay. The words and
/// the first columns say what a rung is and follow from it alone (<see cref="DefinitionsOf"/>); the last two hold what
/// was measured, and the line beneath by which version.
/// </summary>
public static class LadderMarkdown
{
    private const string Words = """
        # The validation ladder

        Published results, reproduced. Every rung is one publication's model with that publication's parameters; nothing
        else is changed to reach its numbers, and what does not reach them is shown as failing, with what was tried. The
        page is made by

        ```
        ./isonomia validate --full --markdown docs/validation.md
        ```

        and one rung of it by naming that rung. Without `--full` rungs take seconds: fewer repetitions, shorter runs,
        smaller networks. `./test` climbs the quick forms; `--json FILE` writes all digits.

        *Known from* says how far a published value can be trusted where ours differs. *Analytic*: it follows on paper.
        *Seen*: it was read in the paper, its abstract or its authors' code. *Calculated*: an independent implementation
        of the published equations gives it. *Memory*: it was recalled, not read. *Accepted* is what ours must lie in,
        with the reason above the table. *Ours* is a mean with its standard error over n repetitions where the model is
        random.

        """;

    private static readonly string[] Head = ["quantity", "published", "known from", "accepted", "ours", "verdict"];

    /// <summary>How many columns say what is to be found; the others what was.</summary>
    private const int Defining = 4;

    /// <summary>A rung and what came of it.</summary>
    public static string Write(RungReport report, string version)
    {
        var text = new StringBuilder(Introduction(report.Rung));
        text.Append(MarkdownText.Table(Head, report.Outcomes.Select(o => Definition(o.Quantity)
            .Append(LadderWords.Ours(o.Finding)).Append(LadderWords.Of(o.Verdict)).ToArray()), words: true));
        foreach (var group in report.Outcomes.Where(o => o.Why is not null).GroupBy(o => (o.Verdict, o.Why)))
        {
            var names = string.Join("; ", group.Select(o => o.Quantity.Name));
            text.Append($"\n{Sentence(LadderWords.Of(group.Key.Verdict))}: {names}. {Sentence(group.Key.Why!)}.\n");
        }

        foreach (var note in report.Outcomes.Where(o => o.Finding?.Note is not null).GroupBy(o => o.Finding!.Note))
            text.Append($"\n{string.Join("; ", note.Select(o => o.Quantity.Name))}: {note.Key}.\n");

        var form = report.Form == Form.Full ? "Full form" : "Quick form";
        return text.Append($"\n{form}, seed {report.Seed}, version {version}.\n").ToString();
    }

    /// <summary>
    /// A page with these rungs put in: where it has a place for one (<see cref="MarkdownText.Replace"/>), there; at its
    /// end otherwise. An empty page gets the words that explain the others.
    /// </summary>
    public static string Page(string page, IReadOnlyList<RungReport> reports, string version)
    {
        var text = page.Length == 0 ? Words : page;
        foreach (var report in reports)
        {
            var name = report.Rung.Id;
            if (!text.Contains($"<!-- {name}: begin -->", StringComparison.Ordinal))
                text = $"{text.TrimEnd('\n')}\n\n<!-- {name}: begin -->\n<!-- {name}: end -->\n";
            text = MarkdownText.Replace(text, name, Write(report, version));
        }

        return text;
    }

    /// <summary>Everything about a rung that does not need it to be climbed: each line stands in
    /// <see cref="Write"/>'s text too, rows of the table without their last cells.</summary>
    public static IReadOnlyList<string> DefinitionsOf(Rung rung) =>
    [
        .. Introduction(rung).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        .. rung.Quantities.Select(q => "| " + string.Join(" | ", Definition(q)) + " |"),
    ];

    /// <summary>Which lines of <see cref="DefinitionsOf"/> a page lacks.</summary>
    public static IReadOnlyList<string> Missing(string page, Rung rung)
    {
        var lines = page.Split('\n').Select(Defined).ToHashSet(StringComparer.Ordinal);
        return [.. DefinitionsOf(rung).Where(line => !lines.Contains(line))];
    }

    private static string Introduction(Rung rung)
    {
        var text = new StringBuilder($"## {rung.Id} {rung.Title}\n\n");
        text.Append(string.Join("; ", rung.Papers)).Append(".\n");
        text.Append(rung.Method).Append("\n\n");
        // The commonest reason need not name all that it holds for.
        var reasons = rung.Quantities.GroupBy(q => q.Why).OrderByDescending(r => r.Count()).ToArray();
        var others = reasons.Length == 1 ? "" : ", unless said here otherwise";
        text.Append($"What is accepted{others}: {reasons[0].Key}.\n");
        foreach (var reason in reasons.Skip(1))
            text.Append($"- {string.Join("; ", reason.Select(q => q.Name))}: {reason.Key}.\n");
        return text.Append('\n').ToString();
    }

    private static IEnumerable<string> Definition(RungQuantity quantity) =>
    [
        LadderWords.Name(quantity), LadderWords.Published(quantity),
        $"{LadderWords.Of(quantity.Origin)}: {quantity.Source}",
        quantity.Accepted.Text + (quantity.AcceptedQuickly is { } quickly ? $" (quick form {quickly.Text})" : ""),
    ];

    // A row of the table cut after what defines it; other lines as they are.
    private static string Defined(string line)
    {
        if (!line.StartsWith("| ", StringComparison.Ordinal))
            return line;
        var cells = line[2..].Split(" | ");
        return cells.Length != Head.Length ? line : "| " + string.Join(" | ", cells[..Defining]) + " |";
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

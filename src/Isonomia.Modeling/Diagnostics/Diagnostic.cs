using System.Text;

namespace Isonomia.Modeling.Diagnostics;

/// <summary>One thing that is wrong or doubtful in a model: what was found, what was expected, where, what to do.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What was found and what was expected, in one sentence without its place.</param>
/// <param name="Source">The text it is about.</param>
/// <param name="Span">The stretch of that text.</param>
/// <param name="Hint">What to do about it, where that is known.</param>
public sealed record Diagnostic(
    Severity Severity, string Message, SourceText Source, TextSpan Span, string? Hint = null)
{
    // A line longer than this is shown around the place only.
    private const int ShownWidth = 110;

    /// <summary>
    /// The finding as people read it: "origin:line:column: error: message", the line itself, a caret under the place,
    /// and the hint.
    /// </summary>
    public string Render()
    {
        var (line, column) = Source.Position(Span.Start);
        var (text, start) = Source.LineAt(Span.Start);
        var offset = Math.Min(Span.Start - start, text.Length);
        var from = text.Length <= ShownWidth ? 0 : Math.Max(0, offset - (ShownWidth / 2));
        var shown = text[from..Math.Min(text.Length, from + ShownWidth)];
        var carets = Math.Clamp(Span.Length, 1, Math.Max(1, shown.Length - (offset - from)));

        var page = new StringBuilder();
        page.Append(Source.Origin).Append(':').Append(line).Append(':').Append(column).Append(": ")
            .Append(Severity == Severity.Error ? "error" : "warning").Append(": ").Append(Message);
        if (!string.IsNullOrWhiteSpace(shown))
        {
            page.Append("\n    ").Append(Printable(shown)).Append("\n    ")
                .Append(' ', offset - from).Append('^', carets);
        }

        if (Hint is not null)
            page.Append("\n    ").Append(Hint);
        return page.ToString();
    }

    // What stands in a file is data: control characters never reach a terminal.
    private static string Printable(string text) =>
        string.Create(text.Length, text, (buffer, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                buffer[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
}

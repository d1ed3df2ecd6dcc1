using System.Text;

namespace Isonomia.Modeling.Diagnostics;

/// <summary>
/// One thing that is wrong or doubtful in a model: what was found, what was expected, where, what to do.
/// </summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What was found and what was expected, in one sentence without its place.</param>
/// <param name="Source">The text it is about.</param>
/// <param name="Span">The stretch of that text.</param>
/// <param name="Hint">What to do about it, where that is known.</param>
public sealed record Diagnostic(
    Severity Severity, string Message, SourceText Source, TextSpan Span, string? Hint = null)
{
    /// <summary>
    /// The finding as people read it: "origin:line:column: error: message", the line itself, a caret under the place,
    /// and the hint. Tabs and other characters that are not seen are shown as single spaces, so that the caret stands
    /// where it should.
    /// </summary>
    public string Render()
    {
        var (line, column) = Source.Position(Span.Start);
        var page = new StringBuilder();
        page.Append(Source.Origin).Append(':').Append(line).Append(':').Append(column).Append(": ")
            .Append(Severity == Severity.Error ? "error" : "warning").Append(": ").Append(Message);
        if (Excerpt.Of(Source, Span) is var (shown, carets))
            page.Append("\n    ").Append(shown).Append("\n    ").Append(carets);
        if (Hint is not null)
            page.Append("\n    ").Append(Hint);
        return page.ToString();
    }
}

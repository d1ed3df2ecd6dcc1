using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>What is wrong with one text; handed on in the order of the places, as people read.</summary>
/// <param name="source">The text.</param>
internal sealed class Findings(SourceText source)
{
    private readonly List<Diagnostic> found = [];

    /// <summary>The text.</summary>
    public SourceText Source => source;

    /// <summary>Adds an error.</summary>
    public void Error(TextSpan span, string message, string? hint = null) =>
        Add(new Diagnostic(Severity.Error, message, source, span, hint));

    /// <summary>Adds a warning.</summary>
    public void Warning(TextSpan span, string message, string? hint = null) =>
        Add(new Diagnostic(Severity.Warning, message, source, span, hint));

    /// <summary>A token as a message shows it.</summary>
    public string Show(Token token)
    {
        if (token.Kind is TokenKind.End or TokenKind.Break)
            return "the end of the line";
        var text = source.Slice(token.Span);
        return text.Length > 40 ? $"'{text[..40]}...'" : $"'{text}'";
    }

    /// <summary>Hands everything on, in the order of the places.</summary>
    public void MoveTo(DiagnosticBag bag)
    {
        foreach (var diagnostic in found.OrderBy(d => d.Span.Start))
            bag.Add(diagnostic);
        found.Clear();
    }

    private void Add(Diagnostic diagnostic)
    {
        if (found.Count < DiagnosticBag.Capacity)
            found.Add(diagnostic);
    }
}

namespace Isonomia.Modeling.Diagnostics;

/// <summary>
/// Collects what is wrong with a model while it is read, so that people see all of it at once. Findings at the same
/// place are reported once: the first is the cause, the others mostly its consequences.
/// </summary>
public sealed class DiagnosticBag
{
    /// <summary>Findings kept; a text of rubbish is not worth more.</summary>
    public const int Capacity = 100;

    private readonly List<Diagnostic> found = [];

    /// <summary>The findings, in the order in which they were made.</summary>
    public IReadOnlyList<Diagnostic> Found => found;

    /// <summary>Whether there is an error among the findings.</summary>
    public bool HasErrors => found.Exists(d => d.Severity == Severity.Error);

    /// <summary>Adds an error.</summary>
    /// <param name="source">The text it is about.</param>
    /// <param name="span">The stretch of that text.</param>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="hint">What to do about it, where that is known.</param>
    public void Error(SourceText source, TextSpan span, string message, string? hint = null) =>
        Add(new Diagnostic(Severity.Error, message, source, span, hint));

    /// <summary>Adds a warning.</summary>
    /// <param name="source">The text it is about.</param>
    /// <param name="span">The stretch of that text.</param>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="hint">What to do about it, where that is known.</param>
    public void Warning(SourceText source, TextSpan span, string message, string? hint = null) =>
        Add(new Diagnostic(Severity.Warning, message, source, span, hint));

    /// <summary>Adds a finding, unless one of the same severity stands at the same place.</summary>
    /// <param name="diagnostic">The finding.</param>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (found.Count < Capacity && !found.Exists(d => d.Severity == diagnostic.Severity
            && ReferenceEquals(d.Source, diagnostic.Source) && d.Span == diagnostic.Span))
        {
            found.Add(diagnostic);
        }
    }

    /// <summary>Adds all findings to another bag: those of one file in the order of their places.</summary>
    /// <param name="other">The other bag.</param>
    public void HandOver(DiagnosticBag other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var ordered = found.Select(d => d.Source.Origin).Distinct().Count() > 1
            ? found
            : found.OrderBy(d => d.Source.Position(d.Span.Start)).ToList();
        foreach (var diagnostic in ordered)
            other.Add(diagnostic);
    }

    /// <summary>Throws what was found if there is an error among it.</summary>
    /// <exception cref="ModelException">There is an error.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
            throw new ModelException(found);
    }
}

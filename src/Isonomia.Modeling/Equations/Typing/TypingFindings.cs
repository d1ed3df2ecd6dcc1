using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>
/// What was found wrong with one expression, held back until all of it has been read. A symbol such as C or m that
/// stands without a number is more likely a name that was forgotten than a unit: Brian 2 has no units of one letter. A
/// longer symbol that Brian 2 has not (mC, Pa) is doubted only where the units then do not fit.
/// </summary>
internal sealed class TypingFindings(SourceText source)
{
    private readonly List<(Diagnostic Diagnostic, bool IsAboutUnits)> found = [];
    private bool isOfNumbers;
    private readonly List<ExpressionSyntax.Name> looseUnits = [];

    public SourceText Source => source;

    /// <summary>Adds an error that no other reading of a name would cure.</summary>
    public void Error(TextSpan span, string message, string? hint = null) =>
        found.Add((new Diagnostic(Severity.Error, message, source, span, hint), false));

    /// <summary>Adds an error of a number that was written without its unit or with a wrong one.</summary>
    public void NumberError(TextSpan span, string message, string? hint)
    {
        isOfNumbers = true;
        UnitError(span, message, hint);
    }

    /// <summary>Adds an error of dimensions.</summary>
    public void UnitError(TextSpan span, string message, string? hint = null) =>
        found.Add((new Diagnostic(Severity.Error, message, source, span, hint), true));

    public void Warning(TextSpan span, string message, string? hint = null) =>
        found.Add((new Diagnostic(Severity.Warning, message, source, span, hint), false));

    /// <summary>Notes units that stand where a variable is to be expected.</summary>
    public void Doubt(IEnumerable<ExpressionSyntax.Name> units) => looseUnits.AddRange(units);

    public bool HasErrors => found.Exists(f => f.Diagnostic.Severity == Severity.Error);

    /// <summary>Hands over what was found.</summary>
    /// <param name="bag">Where to.</param>
    /// <param name="symbols">The names that are defined.</param>
    /// <param name="explain">
    /// Looks for a further hint where dimensions are the only thing that is wrong; null gives none.
    /// </param>
    public void HandOver(DiagnosticBag bag, IEnumerable<string> symbols, Func<string?>? explain = null)
    {
        var unitsFit = !found.Exists(f => f.IsAboutUnits);
        var unknown = looseUnits.Where(u => !unitsFit || u.Identifier.Length == 1)
            .DistinctBy(u => u.Identifier, StringComparer.Ordinal).OrderBy(u => u.Span.Start).ToArray();
        foreach (var unit in unknown)
        {
            var meaning = DimensionNames.Describe(UnitTable.Find(unit.Identifier)!.Dimension);
            var near = symbols.FirstOrDefault(s => s != unit.Identifier
                && string.Equals(s, unit.Identifier, StringComparison.OrdinalIgnoreCase));
            var hint = near is null ? "define it as a parameter or in an equation" : $"did you mean '{near}'?";
            bag.Error(source, unit.Span, $"unknown name '{unit.Identifier}'",
                $"{hint} (as a unit of {meaning} it needs a number: 1*{unit.Identifier})");
        }

        var more = unknown.Length == 0 && found.Count == 1 && !unitsFit && !isOfNumbers ? explain?.Invoke() : null;
        foreach (var (diagnostic, isAboutUnits) in found)
        {
            if (!isAboutUnits || unknown.Length == 0)
                bag.Add(more is null ? diagnostic : diagnostic with { Hint = Joined(diagnostic.Hint, more) });
        }
    }

    private static string Joined(string? hint, string more) =>
        hint is null ? more.Replace("should", "should perhaps", StringComparison.Ordinal) : $"{hint}; or {more}";
}

using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Declaring;
using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Advising;

/// <summary>
/// Looks for the one name that makes an equation wrong: where all would fit if it had another, ordinary unit, and no
/// other name could mend it so, it was probably given or declared in a wrong unit, or without one.
/// </summary>
internal sealed class Misfit(SourceText source, Declarations declarations, Scope scope)
{
    // With more names the search would take long and find nothing unique.
    private const int MostNames = 40;

    /// <summary>"'tau', now a number without unit, should be in second", or null.</summary>
    /// <param name="equation">An equation whose units do not fit.</param>
    public string? Explain(EquationSyntax equation)
    {
        var names = SyntaxNodes.Names(equation.Right).Select(n => n.Identifier).Append(equation.Name)
            .Distinct(StringComparer.Ordinal).Where(n => CanBeWrong(n)).Take(MostNames + 1).ToArray();
        if (names.Length > MostNames || declarations.Symbols[equation.Name].Kind == SymbolKind.Undetermined)
            return null;
        string? found = null;
        foreach (var name in names)
        {
            scope.TryFind(name, out var symbol);
            if (Needed(symbol!, equation) is not { } other || other == symbol!.Dimension
                || !IsOrdinary(other, name == equation.Name) || !Fits(symbol with { Dimension = other }, equation))
            {
                continue;
            }

            if (found is not null)
                return null;
            found = $"'{name}', now {In(symbol.Dimension)}, should be {In(other)}";
        }

        return found;
    }

    private static bool IsOrdinary(Dimension dimension, bool isResult) =>
        Advice.IsUsual(dimension) || (isResult && dimension.IsNone);

    private static string In(Dimension dimension) =>
        dimension.IsNone ? "a number without unit" : $"in {DimensionNames.Describe(dimension)}";

    private bool CanBeWrong(string name) => scope.TryFind(name, out var symbol) && symbol.ValueKind == ValueKind.Real
        && symbol.Kind is SymbolKind.Parameter or SymbolKind.State or SymbolKind.Subexpression;

    // The dimension a name would need in an equation if all else in it is right.
    private Dimension? Needed(Symbol symbol, EquationSyntax equation)
    {
        var dimensions = new InputDimensions(scope, new HashSet<string>(StringComparer.Ordinal) { symbol.Name });
        if (symbol.Name != equation.Name)
        {
            dimensions.Learn(equation.Right!, declarations.DimensionOfRight(equation));
            return dimensions.TryFind(symbol.Name, out var needed) ? needed : null;
        }

        var result = dimensions.Guess(equation.Right!);
        if (equation.Kind != EquationKind.Differential)
            return result;

        // Where the right side has the unit of the state itself, it rather lacks its time constant.
        return result == symbol.Dimension ? null : result * Dimension.Time;
    }

    // Whether the equation, its own and all others that name the symbol, are right with it.
    private bool Fits(Symbol changed, EquationSyntax wrong)
    {
        var mended = scope.With(changed);
        return declarations.Equations.Where(e => e.Right is not null && (e == wrong || e.Name == changed.Name
                || SyntaxNodes.Names(e.Right).Any(n => n.Identifier == changed.Name)))
            .All(e => IsRight(e, mended, changed));
    }

    private bool IsRight(EquationSyntax equation, Scope mended, Symbol changed)
    {
        var expected = equation.Name != changed.Name ? declarations.DimensionOfRight(equation)
            : equation.Kind == EquationKind.Differential ? changed.Dimension / Dimension.Time : changed.Dimension;
        var typer = new ExpressionTyper(
            source, equation.Right!, mended, new TypingRules(equation.Name, AllowsNoise: true));
        var typed = typer.Type(equation.Right!, expected);
        return typed is not null && !typer.Findings.HasErrors && typed.Dimension == expected;
    }
}

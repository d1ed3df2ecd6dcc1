using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>Parses equations in Brian 2's syntax: dv/dt = -v/tau : volt (unless refractory).</summary>
public static class EquationsParser
{
    /// <summary>Equations read of one text.</summary>
    public const int MostEquations = 2000;

    /// <summary>Parses a text of equations, each of which goes to its unit over as many lines as it takes.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Takes what is wrong with it: everything, in the order of the places.</param>
    /// <returns>
    /// The equations. One whose right side or unit cannot be read has <see cref="ExpressionSyntax.Missing"/> there, so
    /// that what it defines is known; the reason is in the bag.
    /// </returns>
    public static ImmutableArray<EquationSyntax> Parse(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        var findings = new Findings(source);
        var cursor = new TokenCursor(Lexer.Read(findings), TextForm.Equations);
        var equations = ImmutableArray.CreateBuilder<EquationSyntax>();
        var reader = new EquationReader(cursor, findings, equations);
        while (true)
        {
            while (cursor.Current.Kind is TokenKind.Break or TokenKind.Semicolon)
                cursor.Take();
            if (cursor.Current.Kind == TokenKind.End)
                break;
            if (equations.Count >= MostEquations)
            {
                findings.Error(cursor.Current.Span, $"found more than {MostEquations:N0} equations");
                break;
            }

            reader.ReadEquation();
        }

        findings.MoveTo(bag);
        return equations.ToImmutable();
    }

    /// <summary>Reports a name that may not be given to anything.</summary>
    internal static void CheckDefined(Token name, Findings findings)
    {
        if (Keywords.Reserves(name.Text))
        {
            findings.Error(
                name.Span, $"'{name.Text}' is a reserved word and cannot be a name",
                $"choose another name, such as '{name.Text}_'");
        }
        else if (name.Text[0] == '_')
        {
            findings.Error(
                name.Span, $"the name '{findings.Source.Slice(name.Span)}' begins with '_'",
                "such names are kept for internal use; begin it with a letter");
        }
    }
}

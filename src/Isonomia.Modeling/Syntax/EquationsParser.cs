using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax;

/// <summary>Parses equations in Brian 2's syntax: dv/dt = -v/tau : volt (unless refractory).</summary>
public static class EquationsParser
{
    /// <summary>Equations read of one text: far more than the largest models have, and quick to work through.</summary>
    public const int MostEquations = 500;

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
        while (cursor.GoToItem())
        {
            reader.ReadEquation();
            if (equations.Count > MostEquations)
            {
                findings.Error(equations[MostEquations].NameSpan, $"found more than {MostEquations:N0} equations");
                equations.Count = MostEquations;
                break;
            }
        }

        WarnOfDifferentials(equations, findings);
        findings.MoveTo(bag);
        return equations.ToImmutable();
    }

    // dv = -v/tau or dvdt = -v/tau, where nothing else defines v, is meant for a derivative more often than for a value
    // of that name.
    private static void WarnOfDifferentials(IReadOnlyList<EquationSyntax> equations, Findings findings)
    {
        var defined = equations.Select(e => e.Name).ToHashSet();
        foreach (var equation in equations)
        {
            if (equation is { Kind: EquationKind.Subexpression, Right: not null, Name: ['d', _, ..] }
                && Variable(equation.Name) is var variable && !defined.Contains(variable)
                && Mentions(equation.Right, variable))
            {
                findings.Warning(
                    equation.NameSpan, $"this defines a value named '{equation.Name}', not a derivative",
                    $"a differential equation is 'd{variable}/dt = ...'");
            }
        }
    }

    private static string Variable(string name) =>
        name is ['d', _, .., 'd', 't'] ? name[1..^2].TrimEnd('_') : name[1..];

    private static bool Mentions(ExpressionSyntax expression, string name) => expression switch
    {
        ExpressionSyntax.Name n => n.Identifier == name,
        ExpressionSyntax.Unary u => Mentions(u.Operand, name),
        ExpressionSyntax.Binary b => Mentions(b.Left, name) || Mentions(b.Right, name),
        ExpressionSyntax.Call c => c.Arguments.Any(a => Mentions(a, name)),
        _ => false,
    };
}

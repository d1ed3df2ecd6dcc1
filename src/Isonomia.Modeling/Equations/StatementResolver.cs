using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations;

/// <summary>Reads the statements of a reset or a synaptic event: v = Vr, w += b.</summary>
public static class StatementResolver
{
    /// <summary>
    /// The statements with every name resolved and every dimension checked. A name that is assigned but belongs to
    /// nothing is a temporary of these statements, with the dimension of its first value.
    /// </summary>
    /// <param name="text">The statements, one a line or separated by semicolons.</param>
    /// <param name="system">The equations whose states and parameters they change.</param>
    /// <param name="bag">Takes what is wrong with them.</param>
    /// <param name="site">What they are, such as "reset" or "on_pre": draws in them are named after this.</param>
    /// <param name="others">What else they may name and assign, such as the variables of a synapse's target.</param>
    /// <returns>The assignments, without those that have an error.</returns>
    public static ImmutableArray<Assignment> Resolve(
        SourceText text, EquationSystem system, DiagnosticBag bag, string site = "reset",
        IEnumerable<Symbol>? others = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(bag);
        Symbol[] more = [.. others ?? []];
        var statements = StatementsParser.Parse(text, bag);
        var run = new StatementRun(text, system, more.Select(s => s.Name).ToHashSet(StringComparer.Ordinal),
            new Scope(system.Symbols.Values.Concat(more)), bag, statements);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            // Draws are named after what they are drawn for, so that other statements may come and go.
            var count = counts[statement.Target] = counts.GetValueOrDefault(statement.Target) + 1;
            run.Add(statement, count == 1 ? $"{site} {statement.Target}" : $"{site} {statement.Target}:{count}");
        }

        return run.Finish();
    }
}

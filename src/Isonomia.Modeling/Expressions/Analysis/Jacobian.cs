using System.Collections.Immutable;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Expressions.Analysis;

/// <summary>
/// The derivatives of a system's right sides, d(dx_i/dt)/dp_j, with subexpressions put in and simplified. Only entries
/// that are not identically 0 are kept.
/// </summary>
/// <param name="Rows">The states x_i whose right sides are differentiated, in the order of the equations.</param>
/// <param name="Columns">The variables p_j with respect to which they are.</param>
/// <param name="Entries">The entries that are not 0, by row and column.</param>
public sealed record Jacobian(
    ImmutableArray<string> Rows, ImmutableArray<string> Columns,
    ImmutableSortedDictionary<(int Row, int Column), Expression> Entries)
{
    /// <summary>An entry, or null where it is identically 0.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Expression? this[int row, int column] => Entries.GetValueOrDefault((row, column));

    /// <summary>The Jacobian with respect to the states.</summary>
    /// <param name="system">The equations; noise is left out.</param>
    public static Jacobian OfStates(EquationSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return Of(system, [.. system.States.Select(e => e.Name)]);
    }

    /// <summary>The derivatives with respect to the parameters.</summary>
    /// <param name="system">The equations; noise is left out.</param>
    public static Jacobian OfParameters(EquationSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return Of(system,
            [.. system.Symbols.Values.Where(s => s.Kind == SymbolKind.Parameter).Select(s => s.Name)]);
    }

    /// <summary>The derivatives with respect to any variables.</summary>
    /// <param name="system">The equations; noise is left out.</param>
    /// <param name="columns">The variables' names.</param>
    public static Jacobian Of(EquationSystem system, ImmutableArray<string> columns)
    {
        ArgumentNullException.ThrowIfNull(system);
        var states = system.States.ToImmutableArray();
        var known = Subexpressions.Of(system);
        Expression[] sides = [.. Simplifier.Simplify(
            [.. Substitution.Replace([.. states.Select(e => e.Right!)], known)])];
        var entries = ImmutableSortedDictionary.CreateBuilder<(int Row, int Column), Expression>();
        for (var column = 0; column < columns.Length; column++)
        {
            var slopes = Derivative.Of(sides, columns[column]);
            for (var row = 0; row < states.Length; row++)
            {
                if (!slopes[row].IsConstant(0))
                    entries[(row, column)] = slopes[row];
            }
        }

        return new Jacobian([.. states.Select(e => e.Name)], columns, entries.ToImmutable());
    }
}

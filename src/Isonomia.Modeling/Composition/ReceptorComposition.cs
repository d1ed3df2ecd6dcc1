using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Composition;

/// <summary>
/// A cell with a receptor on it, as one model: the receptor's variables carry its name ("ampa_g"), and its current is
/// part of the cell's I_syn. What is summed over many synapses is linear in the weight, so that one set of receptor
/// states a cell serves them all.
/// </summary>
public sealed record ReceptorComposition
{
    private const string Current = "I_syn";
    private const string Weight = "w";

    private ReceptorComposition(CellModel cell, ImmutableArray<Assignment> onSpike) => (Cell, OnSpike) = (cell, onSpike);

    /// <summary>The cell with the receptor.</summary>
    public CellModel Cell { get; }

    /// <summary>What a presynaptic spike does, in the names of <see cref="Cell"/>; the weight is one of its parameters.</summary>
    public ImmutableArray<Assignment> OnSpike { get; }

    /// <summary>Puts a receptor on a cell.</summary>
    /// <param name="cell">The cell; it may have receptors already.</param>
    /// <param name="receptor">The receptor, resolved on that cell.</param>
    /// <param name="alias">What its variables are called by; no other receptor of the cell has it.</param>
    /// <param name="weight">The weight of its synapses, in SI base units.</param>
    /// <exception cref="CompositionException">
    /// The cell has no place for the receptor's current, or the receptor reads what a source cell alone has.
    /// </exception>
    public static ReceptorComposition Of(CellModel cell, ReceptorModel receptor, string alias, double weight)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(receptor);
        var own = receptor.Equations.Equations.Select(e => e.Name).Concat(receptor.Parameters.Select(p => p.Name))
            .Append(Weight).ToHashSet();
        var renaming = new Renaming(alias + "_", own);
        var added = receptor.Equations.Equations.Select(e => Renamed(e, renaming)).ToList();
        if (own.Contains(Current))
            added.Add(Total(cell, receptor, added.First(e => e.Name == renaming.Of(Current)).Symbol));

        var weightSymbol = receptor.Weight with { Name = renaming.Of(Weight), Kind = SymbolKind.Parameter };
        ModelParameter[] parameters =
        [
            .. receptor.Parameters.Select(p => p with
            {
                Symbol = p.Symbol with { Name = renaming.Of(p.Name) },
                Value = renaming.Of(p.Value),
            }),
            new ModelParameter(weightSymbol, Expression.Constant(weight, weightSymbol.Dimension), $"weight of {receptor.Name}"),
        ];
        RequireTarget(cell, receptor, own, renaming);
        var equations = EquationMerge.With(cell.Equations, added);
        var symbols = equations.Symbols.SetItems(
            parameters.Select(p => KeyValuePair.Create(p.Name, p.Symbol)));
        var whole = cell with
        {
            Parameters = [.. cell.Parameters, .. parameters],
            Equations = equations with { Symbols = symbols },
            Initial = cell.Initial.SetItems(
                receptor.Initial.Select(i => KeyValuePair.Create(renaming.Of(i.Key), renaming.Of(i.Value)))),
        };
        ImmutableArray<Assignment> onSpike =
        [
            .. receptor.OnPre.Select(a =>
                new Assignment(a.Target with { Name = renaming.Of(a.Target.Name) }, renaming.Of(a.Value))),
        ];
        return new ReceptorComposition(whole, onSpike);
    }

    // Spikes come from outside: there is no source cell whose variables could be read.
    private static void RequireTarget(CellModel cell, ReceptorModel receptor, HashSet<string> own, Renaming renaming)
    {
        var read = receptor.Equations.Equations.Where(e => e.Right is not null).SelectMany(e => FreeVariables.Of(e.Right!))
            .Concat(receptor.OnPre.SelectMany(a => FreeVariables.Of(a.Value))).Distinct();
        var temporaries = receptor.OnPre.Where(a => a.Target.Kind == SymbolKind.Temporary).Select(a => a.Target.Name).ToHashSet();
        if (read.FirstOrDefault(n => !own.Contains(n) && !temporaries.Contains(n) && !cell.Equations.Symbols.ContainsKey(renaming.Of(n))) is { } foreign)
        {
            throw new CompositionException(
                $"{receptor.Name} reads '{foreign}', which {cell.Name} does not have; variables of a source cell are there only in circuits");
        }
    }

    private static Equation Renamed(Equation equation, Renaming renaming) => equation with
    {
        Symbol = equation.Symbol with { Name = renaming.Of(equation.Name) },
        Right = equation.Right is null ? null : renaming.Of(equation.Right),
        Noise = equation.Noise.ToImmutableSortedDictionary(
            n => renaming.Of(Expression.Noise(n.Key)).Name, n => renaming.Of(n.Value), StringComparer.Ordinal),
    };

    // The cell's I_syn: the currents of the receptors it has already, and this one's.
    private static Equation Total(CellModel cell, ReceptorModel receptor, Symbol current)
    {
        if (!cell.Equations.Symbols.TryGetValue(Current, out var place)
            || place.Kind is not (SymbolKind.Input or SymbolKind.Subexpression))
        {
            throw new CompositionException(
                $"{cell.Name} has no {Current} in its equations, so {receptor.Name} cannot act on it");
        }

        var share = current.Read;
        if (current.Dimension != place.Dimension)
        {
            // Models given per area take currents divided by the cell's area.
            if (current.Dimension / Dimension.Length.Power(2) != place.Dimension
                || !cell.Equations.Symbols.TryGetValue("area", out var area))
            {
                throw new CompositionException(
                    $"{receptor.Name} gives {DimensionNames.Describe(current.Dimension)}, but {Current} of {cell.Name} is "
                    + $"{DimensionNames.Describe(place.Dimension)}; a cell given per area needs a parameter 'area'");
            }

            share /= area.Read;
        }

        var before = cell.Equations.Find(Current);
        return new Equation(place with { Kind = SymbolKind.Subexpression }, EquationKind.Subexpression,
            before?.Right is { } others ? others + share : share,
            ImmutableSortedDictionary<string, Expression>.Empty, EquationFlags.None);
    }
}

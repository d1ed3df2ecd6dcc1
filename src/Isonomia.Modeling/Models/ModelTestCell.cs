using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Models;

/// <summary>A model in the conditions of a test: a cell that runs alone.</summary>
public static class ModelTestCell
{
    private const string Input = "I_ext";

    /// <summary>A cell with the parameters, initial values and input of a test.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="test">The test.</param>
    public static CellModel Of(CellModel cell, ModelTest test)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(test);
        var changed = cell with
        {
            Parameters = Parameters(cell.Parameters, test),
            Initial = cell.Initial.SetItems(test.Initial),
        };
        return (test.Input ?? cell.Input) is { } input ? WithInput(changed, input) : changed;
    }

    /// <summary>
    /// A receptor with a single synapse on a cell that is held at a potential, as a cell without threshold. What spikes
    /// do is left to whoever runs it.
    /// </summary>
    /// <param name="receptor">The receptor.</param>
    /// <param name="test">The test.</param>
    public static CellModel Of(ReceptorModel receptor, ModelTest test)
    {
        ArgumentNullException.ThrowIfNull(receptor);
        ArgumentNullException.ThrowIfNull(test);
        var spiking = receptor.Equations.Symbols.Values.Where(s => s.Name is "not_refractory" or "lastspike")
            .Select(s => s with { Kind = SymbolKind.BuiltIn }).ToArray();
        var outside = receptor.Equations.Symbols.Values.Where(s => s.Kind == SymbolKind.Input
            || s.Name == receptor.Weight.Name)
            .Where(s => !Array.Exists(spiking, b => b.Name == s.Name))
            .Where(s => receptor.Equations.Find(s.Name) is null).Select(s => s with { Kind = SymbolKind.Parameter })
                .ToArray();
        var given = outside.Select(s => new ModelParameter(
            s, Expression.Constant(s.Name == receptor.Weight.Name ? test.Weight : test.Potential, s.Dimension)));
        return new CellModel
        {
            Name = receptor.Name,
            Parameters = [.. Parameters(receptor.Parameters, test), .. given],
            Equations = receptor.Equations with
            {
                Symbols = receptor.Equations.Symbols.SetItems(
                    outside.Concat(spiking).Select(s => KeyValuePair.Create(s.Name, s))),
            },
            Initial = receptor.Initial.SetItems(test.Initial),
            Integrator = receptor.Integrator,
        };
    }

    /// <summary>A cell of which the input I_ext is given by an expression.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="input">The input, of parameters and built-ins.</param>
    public static CellModel WithInput(CellModel cell, Expression input)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(input);
        var symbol = cell.Equations.Symbols[Input] with { Kind = SymbolKind.Subexpression };
        var equation = new Equation(
            symbol, EquationKind.Subexpression, input, ImmutableSortedDictionary<string, Expression>.Empty,
                EquationFlags.None);
        return cell with { Equations = EquationMerge.With(cell.Equations, [equation]) };
    }

    private static ImmutableArray<ModelParameter> Parameters(ImmutableArray<ModelParameter> parameters,
        ModelTest test) =>
        [.. parameters.Select(p => test.Parameters.TryGetValue(p.Name, out var value) ? p with { Value = value } : p)];
}

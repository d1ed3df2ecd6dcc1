using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Resolving;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// The initial values of a population's cells. They are read when everything has been put on the cells, so that states
/// of receptors ("ampa_g") can be given too.
/// </summary>
internal sealed class CellInitialValues(PopulationDraft population, CellDescription description, CircuitScope scope,
    NumberFiles files)
{
    /// <summary>Puts them on the cells.</summary>
    /// <param name="initial">What is written; null for nothing.</param>
    public void Apply(WrittenValue? initial)
    {
        if (population.Cell is not { } changed)
            return;
        var bag = scope.Bag;
        var texts = ImmutableArray.CreateBuilder<NamedText>();
        foreach (var (name, value) in ListedValues.Entries(initial, "initial", bag))
        {
            if (value is WrittenValue.Text text)
            {
                texts.Add(new NamedText(name, text.Content));
            }
            else if (InitialResolver.Symbol(name, changed.Equations, bag) is { } symbol
                && ListedValues.Read(value, symbol, scope, files, population.Size) is { } values)
            {
                population.Listed = population.Listed.SetItem(name.Text, values);
            }
        }

        if (texts.Count == 0)
            return;
        var own = texts.ToHashSet();

        // What receptors sum into has a value of its own in the cell's file, where none is there; here it is computed.
        var kept = description.Initial.RemoveAll(
            i => changed.Equations.Find(i.Name.Text) is { Kind: EquationKind.Subexpression });
        var all = VariantApplication.Initial(kept, texts.ToImmutable());
        population.Cell = changed with
        {
            // Values of the cell's own file know nothing of the circuit's names.
            Initial = changed.Initial.SetItems(InitialResolver.Resolve(all, changed.Equations, bag,
                (named, symbol) => own.Contains(named)
                    ? scope.Expression(named.Value, ExpectedValue.Initial(symbol), "initial " + symbol.Name,
                        changed.Equations.Symbols.Values)
                    : ExpressionResolver.Resolve(named.Value.Source, changed.Equations.Symbols.Values, bag,
                        ExpectedValue.Initial(symbol), "initial " + symbol.Name))),
        };
    }
}

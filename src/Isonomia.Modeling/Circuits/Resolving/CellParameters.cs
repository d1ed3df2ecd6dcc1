using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Changes the parameters of a cell for a population: to values, distributions, or a value for each
/// cell. A parameter that differs between cells becomes one that the equations declare; what is computed from it, a
/// subexpression.
/// </summary>
internal sealed class CellParameters(
    CellModel cell, CircuitScope scope, NumberFiles files, int? size)
{
    private readonly DiagnosticBag bag = scope.Bag;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<double>>.Builder listed =
        ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);

    /// <summary>The changed cell, and what is listed.</summary>
    public (CellModel Cell, ImmutableSortedDictionary<string, ImmutableArray<double>> Listed) Apply(
        WrittenValue? parameters)
    {
        var changed = cell;
        var drawn = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var (name, value) in ListedValues.Entries(parameters, "parameters", bag))
        {
            var symbol = cell.Parameters.FirstOrDefault(p => p.Name == name.Text)?.Symbol
                ?? (cell.Equations.Find(name.Text) is { Kind: EquationKind.Parameter } declared ? declared.Symbol
                    : null);
            if (symbol is null)
            {
                var known = cell.Parameters.Select(p => p.Name).ToArray();
                bag.Error(name.Source, name.Span, $"the cell '{cell.Name}' has no parameter '{name}'",
                    NearestName.Hint(name.Text, known) ?? $"it has {string.Join(", ", known)}");
            }
            else if (value is WrittenValue.Text text)
            {
                changed = WithValue(changed, symbol, text.Content, drawn);
            }
            else if (ListedValues.Read(value, symbol, scope, files, size) is { } values)
            {
                listed[name.Text] = values;
                changed = PerCell(changed, symbol);
            }
        }

        return (changed with { Initial = changed.Initial.SetItems(drawn) }, listed.ToImmutable());
    }

    private CellModel WithValue(
        CellModel changed, Symbol symbol, ModelText text, Dictionary<string, Expression> drawn)
    {
        var others = changed.Parameters.Select(p => p.Symbol).Where(p => p.Name != symbol.Name);
        if (scope.Expression(text, ExpectedValue.Initial(symbol), "parameter " + symbol.Name, others) is not { } value)
            return changed;
        var at = Index(changed, symbol.Name);
        var draws = Postorder.Of(value).Exists(
            n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson);
        if (draws || at < 0)
        {
            // What a draw is computed from is put in, so that it reads constants and plain parameters only.
            drawn[symbol.Name] = Substitution.Replace(value, drawn);
            return PerCell(changed, symbol);
        }

        var parameter = changed.Parameters[at];
        if (FreeVariables.Of(value).IsEmpty)
        {
            var number = Evaluator.Evaluate(value, _ => double.NaN);
            if (!double.IsFinite(number))
                bag.Error(text.Source, text.Span, $"the value of '{symbol.Name}' is not a finite number");
            else if (number < parameter.Minimum || number > parameter.Maximum)
                bag.Error(text.Source, text.Span, $"the value of '{symbol.Name}' lies outside of its range",
                    $"{Range(parameter)}, says the cell '{cell.Name}'");
        }

        return changed with { Parameters = changed.Parameters.SetItem(at, parameter with { Value = value }) };
    }

    // A parameter that is another for each cell is declared in the equations; those computed from it follow it.
    private static CellModel PerCell(CellModel changed, Symbol symbol)
    {
        var at = Index(changed, symbol.Name);
        if (at < 0)
            return changed;
        var none = ImmutableSortedDictionary<string, Expression>.Empty;
        var added = new List<Equation> { new(symbol, EquationKind.Parameter, null, none, EquationFlags.Constant) };
        var moved = new HashSet<string>(StringComparer.Ordinal) { symbol.Name };
        for (var before = 0; before < moved.Count;)
        {
            before = moved.Count;
            foreach (var dependent in changed.Parameters.Where(
                p => !moved.Contains(p.Name) && FreeVariables.Any(p.Value, moved)).ToArray())
            {
                moved.Add(dependent.Name);
                added.Add(new Equation(dependent.Symbol with { Kind = SymbolKind.Subexpression },
                    EquationKind.Subexpression, dependent.Value, none, EquationFlags.None));
            }
        }

        return changed with
        {
            Equations = Composition.EquationMerge.With(changed.Equations, added),
            Parameters = changed.Parameters.RemoveAll(p => moved.Contains(p.Name)),
        };
    }

    private static string Range(ModelParameter parameter)
    {
        return (parameter.Minimum, parameter.Maximum) switch
        {
            ({ } low, { } high) => $"from {Show(low)} to {Show(high)}",
            ({ } low, null) => $"from {Show(low)} on",
            (null, { } high) => $"up to {Show(high)}",
            _ => "any value",
        };

        string Show(double value) => new Quantity(value, parameter.Symbol.Dimension).ToString();
    }

    private static int Index(CellModel changed, string name)
    {
        for (var i = 0; i < changed.Parameters.Length; i++)
        {
            if (changed.Parameters[i].Name == name)
                return i;
        }

        return -1;
    }
}

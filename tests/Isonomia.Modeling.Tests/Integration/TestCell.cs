using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Integration;

/// <summary>Cell models from the texts that people would write.</summary>
internal static class TestCell
{
    /// <summary>A cell.</summary>
    /// <param name="equations">Its equations.</param>
    /// <param name="parameters">"name = value" of its parameters, separated by semicolons.</param>
    /// <param name="threshold">Its threshold.</param>
    /// <param name="reset">Its reset.</param>
    /// <param name="refractory">Its refractoriness.</param>
    /// <param name="initial">"name = value" of what does not start at zero, separated by semicolons.</param>
    public static CellModel Of(
        string equations, string parameters = "", string? threshold = null, string? reset = null,
        string? refractory = null, string initial = "")
    {
        var bag = new DiagnosticBag();
        var given = Pairs(parameters).Select(p =>
        {
            var value = ExpressionResolver.Resolve(
                new SourceText(p.Value, p.Name), [], bag, ExpectedValue.AnyConstant)!;
            return new ModelParameter(
                new Symbol(p.Name, SymbolKind.Parameter, value.Dimension, value.Kind), value);
        }).ToImmutableArray();
        var system = EquationResolver.Resolve(
            new SourceText(equations, "equations"), given.Select(g => g.Symbol), bag);
        var symbols = system.Symbols.Values;
        var cell = new CellModel
        {
            Name = "test",
            Parameters = given,
            Equations = system,
            Threshold = threshold is null
                ? null
                : ExpressionResolver.Resolve(
                    new SourceText(threshold, "threshold"), symbols, bag, ExpectedValue.Condition, "threshold"),
            Reset = reset is null ? [] : StatementResolver.Resolve(new SourceText(reset, "reset"), system, bag),
            Refractory = refractory is null
                ? null
                : ExpressionResolver.Resolve(
                    new SourceText(refractory, "refractory"), symbols, bag, ExpectedValue.TimeOrCondition, "refractory"),
            Initial = Pairs(initial).ToImmutableSortedDictionary(
                p => p.Name,
                p => ExpressionResolver.Resolve(new SourceText(p.Value, p.Name), symbols, bag,
                    ExpectedValue.Initial(system.Symbols[p.Name]), "initial " + p.Name)!,
                StringComparer.Ordinal),
        };
        bag.ThrowIfErrors();
        return cell;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries)).Select(p => (p[0], p[1]));
}

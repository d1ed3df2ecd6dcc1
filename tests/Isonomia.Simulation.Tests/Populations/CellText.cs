using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>A cell model in a few lines of text.</summary>
internal sealed record CellText(string Equations)
{
    public Dictionary<string, string> Parameters { get; init; } = [];

    public Dictionary<string, string> Initial { get; init; } = [];

    public string? Threshold { get; init; }

    public string? Reset { get; init; }

    public string? Refractory { get; init; }

    public IntegrationMethod Method { get; init; }

    public CellModel Model()
    {
        var bag = new DiagnosticBag();
        var parameters = Parameters.Select(p =>
        {
            var value = ExpressionResolver.Resolve(Text(p.Value), [], bag, ExpectedValue.AnyConstant)!;
            return new ModelParameter(
                new Symbol(p.Key, SymbolKind.Parameter, value.Dimension, value.Kind), value);
        }).ToImmutableArray();
        var system = EquationResolver.Resolve(Text(Equations), parameters.Select(p => p.Symbol), bag);
        var symbols = system.Symbols.Values;
        var model = new CellModel
        {
            Name = "cell",
            Parameters = parameters,
            Equations = system,
            Integrator = Method,
            Threshold = Threshold is null ? null
                : ExpressionResolver.Resolve(Text(Threshold), symbols, bag, ExpectedValue.Condition, "threshold"),
            Reset = Reset is null ? [] : StatementResolver.Resolve(Text(Reset), system, bag),
            Refractory = Refractory is null ? null
                : ExpressionResolver.Resolve(
                    Text(Refractory), symbols, bag, ExpectedValue.TimeOrCondition, "refractory"),
            Initial = Initial.ToImmutableSortedDictionary(i => i.Key, i => ExpressionResolver.Resolve(
                Text(i.Value), symbols, bag, ExpectedValue.Initial(system.Symbols[i.Key]), "initial " + i.Key)!,
                StringComparer.Ordinal),
        };
        bag.ThrowIfErrors();
        return model;
    }

    public Population Population(int size, PopulationSettings settings)
    {
        var model = Model();
        return Simulation.Populations.Population.Create(model, StepBuilder.Build(model), size, settings);
    }

    private static SourceText Text(string text) => new(text, "test");
}

using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Simulation.Tests.Synapses;

/// <summary>A synapse without units (but for time) in a few lines of text: "x = x + 1" a statement a line.</summary>
internal sealed record SynapseText
{
    /// <summary>Names and values; those that begin with "tau" in seconds.</summary>
    public Dictionary<string, double> Parameters { get; init; } = [];

    /// <summary>States besides the weight: rate (empty without) and initial value.</summary>
    public Dictionary<string, (string Rate, string Initial)> States { get; init; } = [];

    public string OnPre { get; init; } = "";

    public string OnPost { get; init; } = "";

    /// <summary>Names of the target's cell that are read.</summary>
    public string[] OfCell { get; init; } = [];

    public SynapseModel Model()
    {
        var weight = new Symbol("w", SymbolKind.State, Dimension.None);
        var parameters = Parameters.Select(p => new ModelParameter(
            new Symbol(p.Key, SymbolKind.Parameter, Of(p.Key)), Expression.Constant(p.Value, Of(p.Key)))).ToArray();
        Symbol[] symbols =
        [
            weight, new("t", SymbolKind.BuiltIn, Dimension.Time), .. parameters.Select(p => p.Symbol),
            .. States.Keys.Select(s => new Symbol(s, SymbolKind.State, Dimension.None)),
            .. OfCell.Select(s => new Symbol(s, SymbolKind.Parameter, Dimension.None)),
        ];
        return new SynapseModel
        {
            Name = "synapse",
            Weight = weight,
            Parameters = [.. parameters],
            States =
            [
                .. States.Select(s => new SynapseState(
                    symbols.First(y => y.Name == s.Key),
                    s.Value.Rate.Length == 0 ? null : Parse(s.Value.Rate, symbols, Dimension.None / Dimension.Time),
                    Parse(s.Value.Initial, symbols, Dimension.None))),
            ],
            OnPre = Statements(OnPre, symbols),
            OnPost = Statements(OnPost, symbols),
        };
    }

    private static Dimension Of(string name) =>
        name.StartsWith("tau", StringComparison.Ordinal) ? Dimension.Time : Dimension.None;

    private static ImmutableArray<Assignment> Statements(string text, Symbol[] symbols)
    {
        var known = symbols.ToList();
        var statements = ImmutableArray.CreateBuilder<Assignment>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = line[..line.IndexOf('=', StringComparison.Ordinal)].Trim();
            var value = Parse(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..], known, Dimension.None);
            var target = known.Find(s => s.Name == name);
            if (target is null)
                known.Add(target = new Symbol(name, SymbolKind.Temporary, Dimension.None));
            statements.Add(new Assignment(target, value));
        }

        return statements.ToImmutable();
    }

    private static Expression Parse(string text, IEnumerable<Symbol> symbols, Dimension dimension)
    {
        var bag = new DiagnosticBag();
        var expected = ExpectedValue.Initial(new Symbol("value", SymbolKind.State, dimension));
        var expression = ExpressionResolver.Resolve(new SourceText(text.Trim(), "test"), symbols, bag, expected, text);
        bag.ThrowIfErrors();
        return expression!;
    }
}

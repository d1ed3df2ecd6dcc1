using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>From the description of a receptor to the model, on a cell that it is put on.</summary>
internal static class ReceptorResolver
{
    /// <summary>The name of a synapse's weight.</summary>
    public const string WeightName = "w";

    // What every cell knows of its own spikes.
    private static readonly Symbol[] OfSpikes =
    [
        new("not_refractory", SymbolKind.Input, Dimension.None, ValueKind.Boolean),
        new("lastspike", SymbolKind.Input, Dimension.Time),
    ];

    // What a weight is where several dimensions would do: tried in this order, behind those of the states.
    private static readonly Dimension[] UsualWeights =
    [
        Dimension.Conductance, Dimension.Current, Dimension.Voltage, Dimension.None,
        Dimension.Conductance / Dimension.Length.Power(2),
        Dimension.Current / Dimension.Length.Power(2),
    ];

    public static ReceptorModel? Resolve(ReceptorDescription receptor, EquationSystem? target, DiagnosticBag bag)
    {
        var errors = new DiagnosticBag();
        var model = Model(receptor, target, errors);
        foreach (var variant in receptor.Variants)
            Model((ReceptorDescription)VariantApplication.Apply(receptor, variant, errors), target, errors);
        errors.HandOver(bag);
        return errors.HasErrors ? null : model;
    }

    private static ReceptorModel Model(ReceptorDescription receptor, EquationSystem? target, DiagnosticBag bag)
    {
        var (symbols, parameters, values) = ParameterResolver.Resolve(receptor, EquationContext.Synapse, bag);
        var cells = Cells(receptor, symbols, target);
        var weight = Weight(receptor, symbols, cells);
        var (system, onPre, onPost) = Resolve(receptor, symbols, cells, weight, bag);
        Declarations.Check(receptor, system, EquationContext.Synapse, bag);
        if (receptor.State == StateLocation.Source)
            CheckSource(receptor, system, cells, bag);
        if (!bag.HasErrors)
            FiniteConstants.Check(receptor.Equations.Source, system, values, bag);
        var quantities = new QuantityReader(values, bag);
        weight = system.Symbols.GetValueOrDefault(WeightName, weight);
        return new ReceptorModel
        {
            Name = receptor.Name.ToString(),
            Kind = receptor.Kind,
            Description = receptor.Description,
            Source = receptor.Source,
            Parameters = parameters,
            Equations = system,
            OnPre = onPre,
            OnPost = onPost,
            State = receptor.State,
            Weight = weight,
            Initial = InitialResolver.Resolve(receptor.Initial, system, bag),
            Integrator = Integrators.Find(receptor.Integrator, bag),
            Tests = [.. receptor.Tests.Select(t => TestResolver.Receptor(t, weight, system, symbols, quantities, bag))
                .OfType<ModelTest>()],
        };
    }

    private static (EquationSystem System, ImmutableArray<Assignment> OnPre, ImmutableArray<Assignment> OnPost) Resolve(
        ReceptorDescription receptor, IReadOnlyDictionary<string, Symbol> parameters, IReadOnlyList<Symbol> cells,
        Symbol weight,
        DiagnosticBag bag)
    {
        var system = EquationResolver.Resolve(
            receptor.Equations.Source, [.. cells, weight, .. parameters.Values], bag, EquationContext.Synapse);
        return (system, Statements(receptor.OnPre, "on_pre"), Statements(receptor.OnPost, "on_post"));

        ImmutableArray<Assignment> Statements(ModelText? text, string site) =>
            text is null ? [] : StatementResolver.Resolve(text.Source, system, bag, site, [.. cells, weight]);
    }

    // The variables of the target cell under their own names and with "_post", those of the source with "_pre".
    private static Symbol[] Cells(
        ReceptorDescription receptor, IReadOnlyDictionary<string, Symbol> parameters, EquationSystem? target)
    {
        Symbol[] variables = target is null
            ? [new Symbol("v", SymbolKind.Input, Dimension.Voltage), .. OfSpikes]
            : [.. target.Symbols.Values
                .Where(s => s.Kind is SymbolKind.State or SymbolKind.Subexpression or SymbolKind.Parameter)
                .Select(s => s with { Kind = SymbolKind.Input }), .. OfSpikes];
        var own = EquationsParser.Parse(receptor.Equations.Source, new DiagnosticBag()).Select(e => e.Name)
            .Concat(parameters.Keys).Append(WeightName).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. variables.Concat(variables.Select(v => v with { Name = v.Name + "_post" }))
                .Concat(variables.Select(v => v with { Name = v.Name + "_pre" })).Where(v => !own.Contains(v.Name)),
        ];
    }

    // The weight has the dimension with which everything fits.
    private static Symbol Weight(
        ReceptorDescription receptor, IReadOnlyDictionary<string, Symbol> parameters, IReadOnlyList<Symbol> cells)
    {
        var quiet = new DiagnosticBag();
        var plain = EquationResolver.Resolve(receptor.Equations.Source, [.. cells, .. parameters.Values], quiet,
            EquationContext.Synapse);
        if (plain.Find(WeightName) is { } declared)
            return declared.Symbol;
        if (parameters.TryGetValue(WeightName, out var parameter))
            return parameter;
        var candidates = plain.States.Select(s => s.Symbol.Dimension).Concat(UsualWeights).Distinct()
            .Select(d => new Symbol(WeightName, SymbolKind.Parameter, d)).ToArray();
        return candidates.FirstOrDefault(Fits) ?? candidates[0];

        bool Fits(Symbol weight)
        {
            var bag = new DiagnosticBag();
            Resolve(receptor, parameters, cells, weight, bag);
            return !bag.HasErrors;
        }
    }

    private static void CheckSource(
        ReceptorDescription receptor, EquationSystem system, Symbol[] cells, DiagnosticBag bag)
    {
        var ofTarget = cells.Where(c => !c.Name.EndsWith("_pre", StringComparison.Ordinal)).Select(c => c.Name)
            .Append(WeightName)
            .ToHashSet(StringComparer.Ordinal);
        var expanded = Subexpressions.Expand(system);
        foreach (var written in EquationsParser.Parse(receptor.Equations.Source, new DiagnosticBag())
            .Where(e => e.Kind == EquationKind.Differential))
        {
            if (expanded.Find(written.Name)?.Right is { } right
                && FreeVariables.Of(right).FirstOrDefault(ofTarget.Contains) is { } read)
            {
                bag.Error(receptor.Equations.Source, written.NameSpan,
                    $"'{written.Name}' lives with the source and reads '{read}' of a target",
                    "let it read the source's variables (v_pre) only, or leave 'state: source' out");
            }
        }
    }
}

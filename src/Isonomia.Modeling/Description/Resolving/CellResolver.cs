using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>From the description of a cell to the model.</summary>
internal static class CellResolver
{
    public static CellModel? Resolve(CellDescription cell, DiagnosticBag bag)
    {
        var errors = new DiagnosticBag();
        var model = Model(cell, errors);
        foreach (var variant in cell.Variants)
        {
            // What is wrong with the model itself is said once: findings at the same place are one.
            var changed = (CellDescription)VariantApplication.Apply(cell, variant, errors);
            Model(changed, errors, ReferenceEquals(changed.Equations, cell.Equations) && !errors.HasErrors ? model : null);
        }

        errors.HandOver(bag);
        return errors.HasErrors ? null : model;
    }

    // A variant that gives parameters other values, of the same dimensions, has the equations of the model it is one of.
    private static CellModel Model(CellDescription cell, DiagnosticBag bag, CellModel? sameEquations = null)
    {
        var (symbols, parameters, values) = ParameterResolver.Resolve(cell, EquationContext.Cell, bag);
        var known = sameEquations is not null && !bag.HasErrors
            && sameEquations.Parameters.Select(p => p.Symbol).SequenceEqual(parameters.Select(p => p.Symbol)) ? sameEquations : null;
        var system = known?.Equations
            ?? Inputs.Of(EquationResolver.Resolve(cell.Equations.Source, symbols.Values, bag), symbols);
        var all = system.Symbols.Values;
        var initial = InitialResolver.Resolve(cell.Initial, system, bag);
        Declarations.Check(cell, system, EquationContext.Cell, bag);
        var quantities = new QuantityReader(values, bag);
        var model = new CellModel
        {
            Name = cell.Name.ToString(),
            Kind = cell.Kind,
            Description = cell.Description,
            Source = cell.Source,
            Parameters = parameters,
            Equations = system,
            Threshold = known is not null ? known.Threshold : Expression(cell.Threshold, all, bag, ExpectedValue.Condition, "threshold"),
            Reset = known is not null ? known.Reset : cell.Reset is { } reset ? StatementResolver.Resolve(reset.Source, system, bag) : [],
            Refractory = known is not null ? known.Refractory : Expression(cell.Refractory, all, bag, ExpectedValue.TimeOrCondition, "refractory"),
            Initial = initial,
            Input = Input(cell.Input, system, bag, "input"),
            Integrator = Integrators.Find(cell.Integrator, bag),
            Dt = quantities.Duration(cell.Dt),
            Duration = quantities.Duration(cell.Duration),
            Seed = cell.Seed,
            Tests = [.. cell.Tests.Select((t, i) => TestResolver.Cell(t, cell, system, symbols, quantities, bag))
                .OfType<ModelTest>()],
        };
        CheckSpiking(cell, model, values, bag);
        if (!bag.HasErrors)
        {
            FiniteConstants.Check(cell.Equations.Source, system, values, bag);
            Integrators.Check(cell, model, bag);
            UnusedParameters.Report(cell, model, bag);
        }

        // Without a threshold there is no spike to be reset or refractory after.
        return model.Threshold is null ? model with { Reset = [], Refractory = null } : model;
    }

    /// <summary>An expression for the input I_ext, of parameters and of what the simulation knows.</summary>
    public static Expression? Input(ModelText? text, EquationSystem system, DiagnosticBag bag, string site)
    {
        if (text is null)
            return null;
        if (system.Symbols.GetValueOrDefault("I_ext") is { Kind: SymbolKind.Input } symbol)
        {
            var known = system.Symbols.Values.Where(s =>
                s.Kind is SymbolKind.Parameter or SymbolKind.BuiltIn or SymbolKind.Undetermined);
            return ExpressionResolver.Resolve(text.Source, known, bag, ExpectedValue.Initial(symbol), site);
        }

        bag.Error(text.Source, text.Span, "found an input for a model whose equations do not read I_ext",
            "add '+ I_ext' where the input enters");
        return null;
    }

    private static Expression? Expression(
        ModelText? text, IEnumerable<Symbol> symbols, DiagnosticBag bag, ExpectedValue expected, string site) =>
        text is null ? null : ExpressionResolver.Resolve(text.Source, symbols, bag, expected, site);

    private static void CheckSpiking(
        CellDescription cell, CellModel model, IReadOnlyDictionary<string, double> values, DiagnosticBag bag)
    {
        if (cell.Threshold is null && (cell.Reset ?? cell.Refractory) is { } idle)
        {
            bag.Warning(idle.Source, idle.Span, "this has no effect, because the model has no threshold",
                "add 'threshold: CONDITION', or leave this out");
        }

        if (model.Threshold is { } threshold && FreeVariables.Of(threshold).All(values.ContainsKey)
            && !Postorder.Of(threshold).Exists(n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson))
        {
            bag.Warning(cell.Threshold!.Source, cell.Threshold.Span,
                "this threshold is always or never passed: it compares nothing that changes",
                "compare a state, as in v > 20*mV");
        }

        if (model.Refractory is { Kind: not ValueKind.Boolean } time && FreeVariables.Of(time).All(values.ContainsKey)
            && Evaluator.Evaluate(Draws.AtMeans(time), n => values[n]) < 0)
        {
            bag.Error(cell.Refractory!.Source, cell.Refractory.Span,
                "found a negative time where a refractory time was expected");
        }
    }
}

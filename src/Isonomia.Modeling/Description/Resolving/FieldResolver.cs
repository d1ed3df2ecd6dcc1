using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>From the description of a field to the model.</summary>
internal static class FieldResolver
{
    public static FieldModel? Resolve(FieldDescription field, DiagnosticBag bag)
    {
        var errors = new DiagnosticBag();
        var model = Model(field, errors);
        foreach (var variant in field.Variants)
            Model((FieldDescription)VariantApplication.Apply(field, variant, errors), errors);
        errors.HandOver(bag);
        return errors.HasErrors ? null : model;
    }

    private static FieldModel Model(FieldDescription field, DiagnosticBag bag)
    {
        var (symbols, parameters, values) = ParameterResolver.Resolve(field, EquationContext.Field, bag);
        var inputs = new FieldInputs([.. field.Coupling.Select(c => c.Name.Text)]);
        var system = EquationResolver.Resolve(
            field.Equations.Source, symbols.Values, bag, EquationContext.Field, inputs);
        Declarations.Check(field, system, EquationContext.Field, bag);
        var quantities = new QuantityReader(values, bag);
        var region = new CellModel
        {
            Name = field.Name.ToString(),
            Kind = field.Kind,
            Description = field.Description,
            Source = field.Source,
            Parameters = parameters,
            Equations = system,
            Initial = InitialResolver.Resolve(field.Initial, system, bag),
            Integrator = Integrators.Find(field.Integrator, bag),
            Dt = quantities.Duration(field.Dt),
            Duration = quantities.Duration(field.Duration),
            Seed = field.Seed,
        };
        CheckDelays(field, system, inputs, values, bag);
        var couplings = field.Coupling.Select(c => Coupling(c, system, inputs, bag)).OfType<RegionCoupling>();
        var output = field.Output is { } text
            ? ExpressionResolver.Resolve(text.Source, Own(system, inputs), bag, ExpectedValue.AnyConstant, "output")
            : null;
        var modes = SpatialModesReader.Read(field, symbols, values, bag);
        if (!bag.HasErrors)
        {
            FiniteConstants.Check(field.Equations.Source, system, values, bag);
            Integrators.Check(field, region, bag);
        }

        return new FieldModel(region)
        {
            Delays = [.. inputs.Delays.Values],
            Couplings = [.. couplings],
            Output = output,
            Modes = modes,
        };
    }

    // What is sent and observed is the region's own, as it is now.
    private static IEnumerable<Symbol> Own(EquationSystem system, FieldInputs inputs) => system.Symbols.Values
        .Where(s => s.Kind is not SymbolKind.Input && !inputs.Couplings.Contains(s.Name));

    private static RegionCoupling? Coupling(
        NamedText written, EquationSystem system, FieldInputs inputs, DiagnosticBag bag)
    {
        var name = written.Name;
        if (system.Symbols.GetValueOrDefault(name.Text) is not { Kind: SymbolKind.Input } symbol)
        {
            bag.Error(name.Source, name.Span,
                $"'{name}' is defined by the model itself, and cannot be what other regions send",
                "choose another name, and read it in the equations");
            return null;
        }

        return ExpressionResolver.Resolve(written.Value.Source, Own(system, inputs), bag,
            ExpectedValue.Constant(symbol.Dimension), "coupling " + name) is { } source
            ? new RegionCoupling(symbol, source)
            : null;
    }

    private static void CheckDelays(
        FieldDescription field, EquationSystem system, FieldInputs inputs, IReadOnlyDictionary<string, double> values,
        DiagnosticBag bag)
    {
        if (bag.HasErrors)
            return;
        var known = Subexpressions.Of(system);
        foreach (var (name, (_, value, time)) in inputs.Delays)
        {
            var whole = Substitution.Replace(value, known);
            if (FreeVariables.Of(whole).FirstOrDefault(n => system.Symbols[n].Kind == SymbolKind.Input) is { } other)
            {
                Error($"'{name}' looks back on '{other}', which comes from elsewhere or before itself",
                    "delay what the region itself is: states and what is made of them");
            }
            else if (FreeVariables.Of(time).FirstOrDefault(n => !values.ContainsKey(n)) is { } moving)
            {
                Error($"the time of '{name}' depends on '{moving}', which changes while the field runs",
                    "a delay is made of parameters");
            }
            else if (!(Evaluator.Evaluate(time, n => values[n]) >= 0))
            {
                Error($"the time of '{name}' is negative", "a delay looks back");
            }
        }

        void Error(string message, string hint)
        {
            var at = field.Equations.Text.IndexOf("delay(", StringComparison.Ordinal);
            bag.Error(field.Equations.Source,
                at >= 0 ? new TextSpan(at, "delay".Length) : field.Equations.Span, message, hint);
        }
    }
}

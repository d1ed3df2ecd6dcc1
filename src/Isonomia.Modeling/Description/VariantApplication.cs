using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description;

/// <summary>Makes the changes of a variant to a model.</summary>
internal static class VariantApplication
{
    public static ModelDescription Apply(ModelDescription model, VariantDescription variant, DiagnosticBag bag)
    {
        var changed = model with
        {
            Description = variant.Description ?? model.Description,
            Source = variant.Source ?? model.Source,
            Parameters = Parameters(model, variant, bag),
            Equations = variant.Equations ?? model.Equations,
            Initial = Initial(model.Initial, variant.Initial),
            Integrator = variant.Integrator ?? model.Integrator,
            Tests = variant.Tests,
            Variants = [],
        };
        return changed switch
        {
            CellDescription cell => cell with
            {
                Input = variant.Input ?? cell.Input,
                Dt = variant.Dt ?? cell.Dt,
                Duration = variant.Duration ?? cell.Duration,
            },
            FieldDescription field => field with
            {
                Dt = variant.Dt ?? field.Dt,
                Duration = variant.Duration ?? field.Duration,
            },
            CircuitDescription circuit => circuit with
            {
                Dt = variant.Dt ?? circuit.Dt,
                Duration = variant.Duration ?? circuit.Duration,
            },
            _ => changed,
        };
    }

    /// <summary>Initial values with some of them changed or added.</summary>
    public static ImmutableArray<NamedText> Initial(
        ImmutableArray<NamedText> before, ImmutableArray<NamedText> changes) =>
    [
        .. before.Select(b => changes.FirstOrDefault(c => c.Name.Equals(b.Name)) ?? b),
        .. changes.Where(c => !before.Any(b => b.Name.Equals(c.Name))),
    ];

    /// <summary>A model's parameters with some of them changed.</summary>
    public static ImmutableArray<ParameterDescription> Parameters(
        ModelDescription model, VariantDescription variant, DiagnosticBag bag)
    {
        var names = model.Parameters.Select(p => p.Name.Text).ToArray();
        foreach (var unknown in variant.Parameters.Where(c => !names.Contains(c.Name.Text)))
        {
            bag.Error(unknown.Name.Source, unknown.Name.Span,
                $"variant '{variant.Name}' changes '{unknown.Name}', which is no parameter",
                NearestName.Hint(unknown.Name.Text, names));
        }

        return
        [
            .. model.Parameters.Select(p =>
                variant.Parameters.FirstOrDefault(c => c.Name.Equals(p.Name)) is { } change
                    ? p with { Value = change.Value, Unit = null }
                    : p),
        ];
    }
}

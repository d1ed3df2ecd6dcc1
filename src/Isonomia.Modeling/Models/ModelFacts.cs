using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;

namespace Isonomia.Modeling.Models;

/// <summary>What there is to say of a model once it is resolved: for people who look at it, and for programs.</summary>
/// <param name="Parameters">Its parameters and their values in SI base units.</param>
/// <param name="Equations">Its equations.</param>
/// <param name="Step">How they are stepped.</param>
/// <param name="Warnings">What is doubtful about it.</param>
public sealed record ModelFacts(
    ImmutableArray<(ModelParameter Parameter, double Value)> Parameters, EquationSystem Equations, StepProgram Step,
    ImmutableArray<Diagnostic> Warnings)
{
    /// <summary>Resolves a description and says what there is.</summary>
    /// <param name="description">A cell, a receptor or a field.</param>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public static ModelFacts Of(ModelDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var bag = new DiagnosticBag();
        if (description is CircuitDescription)
            bag.Error(description.Name.Source, description.Name.Span,
                "found a circuit where a cell, a receptor or a field was expected");
        var cell = (description as CellDescription)?.Resolve(bag);
        cell ??= (description as FieldDescription)?.Resolve(bag)?.Region;
        var receptor = (description as ReceptorDescription)?.Resolve(null, bag);
        bag.ThrowIfErrors();
        var step = cell is not null
            ? StepBuilder.Build(cell)
            : StepBuilder.Build(receptor!.Equations, receptor.Integrator);
        return new ModelFacts(
            Values(cell?.Parameters ?? receptor!.Parameters), cell?.Equations ?? receptor!.Equations, step,
            [.. bag.Found.Where(d => d.Severity == Severity.Warning)]);
    }

    private static ImmutableArray<(ModelParameter, double)> Values(ImmutableArray<ModelParameter> parameters)
    {
        var written = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return [.. parameters.Select(p => (p, Value(p.Name)))];

        double Value(string name) => Evaluator.Evaluate(written[name], Value);
    }
}

using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Resolving;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>From the description of a circuit to the circuit.</summary>
internal static class CircuitResolver
{
    private const double UsualStep = 0.1e-3;
    private const double UsualDuration = 1;

    public static CircuitModel? Resolve(CircuitDescription circuit, DiagnosticBag bag)
    {
        var errors = new DiagnosticBag();
        var model = Model(circuit, errors);
        foreach (var variant in circuit.Variants)
            Model((CircuitDescription)VariantApplication.Apply(circuit, variant, errors), errors);
        errors.HandOver(bag);
        return errors.HasErrors ? null : model;
    }

    private static CircuitModel Model(CircuitDescription circuit, DiagnosticBag bag)
    {
        CircuitForm.Check(circuit, bag);
        var (symbols, _, values) = ParameterResolver.Resolve(circuit, EquationContext.Cell, bag);
        var scope = new CircuitScope(symbols, values, bag);
        var dt = Time(circuit.Dt, scope) ?? UsualStep;
        var duration = Time(circuit.Duration, scope) ?? UsualDuration;
        if (circuit.Populations.IsEmpty)
            bag.Error(circuit.Name.Source, circuit.Name.Span, $"the circuit '{circuit.Name}' has no populations",
                "add 'populations:' and a population below, as in 'E: {cell: cells/lif, size: 100}'");

        var files = new NumberFiles(circuit.Folder, bag);
        var models = new ModelReferences(circuit.Folder, bag);
        var populations = new PopulationResolver(scope, models, files).Resolve(circuit.Populations);
        var names = new PopulationNames(populations, bag);
        var receptors = new ReceptorPlacement(models);
        var projections = new ProjectionResolver(scope, names, receptors, files, dt).Resolve(circuit.Projections);
        var stimuli = new StimulusResolver(scope, names, receptors, files).Resolve(circuit.Stimuli);
        foreach (var population in populations)
            population.AtStart?.Invoke();
        var probes = new ProbeResolver(scope, names, dt).Resolve(circuit.Probes);
        return new CircuitModel
        {
            Name = circuit.Name.ToString(),
            Description = circuit.Description,
            Source = circuit.Source,
            Parameters = values.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Dt = dt,
            Duration = duration,
            Seed = circuit.Seed ?? 0,
            Populations = [.. populations.Select(p => p.Finish())],
            Projections = [.. projections, .. receptors.Gates],
            Stimuli = stimuli,
            Probes = probes,
            References = [.. models.Used, .. files.Used],
        };
    }

    // A time above zero; null where there is none.
    private static double? Time(ModelText? text, CircuitScope scope)
    {
        if (text is null || scope.Value(text, Units.Dimension.Time) is not { } value)
            return null;
        if (value > 0)
            return value;
        scope.Bag.Error(text.Source, text.Span, $"found '{text}' where a time above zero was expected");
        return null;
    }
}

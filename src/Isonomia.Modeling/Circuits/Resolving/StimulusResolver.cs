using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>The stimuli of a circuit: spikes from outside; currents become equations of the cells.</summary>
internal sealed class StimulusResolver(
    CircuitScope circuit, PopulationNames names, ReceptorPlacement receptors, NumberFiles files)
{
    private readonly DiagnosticBag bag = circuit.Bag;
    private readonly UniqueNames unique = new();
    private readonly ImmutableArray<StimulusModel>.Builder found = ImmutableArray.CreateBuilder<StimulusModel>();
    private int currents;

    private enum Sort
    {
        Poisson,
        Spikes,
        Current,
    }

    /// <summary>Resolves all of them.</summary>
    public ImmutableArray<StimulusModel> Resolve(ImmutableArray<WrittenValue> stimuli)
    {
        foreach (var item in stimuli.OfType<WrittenValue.Map>())
            Stimulus(new Section(item, "a stimulus", bag));
        return found.ToImmutable();
    }

    private void Stimulus(Section section)
    {
        if (section.Find("kind") is null)
            section.Missing("kind", "poisson");
        var sort = section.Choice(
            "kind", ("poisson", Sort.Poisson), ("spikes", Sort.Spikes), ("current", Sort.Current));
        var targets = names.Of(section, "to", out _);
        foreach (var (key, example, of) in new[]
        {
            ("receptor", "receptors/ampa", Sort.Current), ("weight", "1 nS", Sort.Current),
                ("value", "100 pA", Sort.Spikes),
        })
        {
            if (sort is { } s && (of == Sort.Current ? s != of : s == Sort.Current) && section.Find(key) is null)
                section.Missing(key, example);
        }

        if (sort == Sort.Poisson && section.Find("rate") is null)
            section.Missing("rate", "1 kHz");
        if (sort is not { } kind)
            return;
        foreach (var target in targets)
        {
            var scope = Scope(target);
            if (kind == Sort.Current)
                Current(section, scope, target);
            else
                Spikes(section, scope, target, kind);
        }
    }

    private CircuitScope Scope(PopulationDraft target)
    {
        var scope = circuit.With("N", target.Size is { } size ? new Quantity(size, Dimension.None) : null);
        foreach (var (name, value) in target.Values)
            scope = scope.With(name, value);
        return scope;
    }

    private void Current(Section section, CircuitScope scope, PopulationDraft target)
    {
        currents++;
        if (target.Cell is null)
        {
            if (!target.HasCells)
                bag.Error(section.Written.Source, section.Written.Span,
                    $"'{target.Name}' only sends spikes, and has no cells for a current");
            return;
        }

        if (section.Text("value", "an expression of t") is not { } value)
            return;
        var (start, stop) = Window(section, scope);
        var cells = CellSelection.Read(section, scope, target.Size);
        CurrentStimulus.Apply(target, value, section.Text("target", "an input of the cell"), currents, cells,
            start, stop, scope);
    }

    private void Spikes(Section section, CircuitScope scope, PopulationDraft target, Sort kind)
    {
        var placed = section.Find("receptor") is { } receptor ? receptors.Place(target, receptor, scope) : null;
        Expression? rate = null;
        (ImmutableArray<double> Times, ImmutableArray<int> Cells)? listed = null;
        if (kind == Sort.Poisson && section.Find("rate") is { } written)
            rate = RateReader.Read(written, scope, files);
        else if (kind == Sort.Spikes)
            listed = SpikeListReader.Read(section, "spike_cells", scope, files, target.Size);
        var cells = CellSelection.Read(section, scope, target.Size);
        var (start, stop) = Window(section, scope);
        var weight = placed is not null && section.Text("weight", "a weight") is { } text
            ? scope.Value(text, placed.Weight)
            : null;
        if (placed is null || weight is null || (rate is null && listed is null))
            return;

        // What never arrives needs no draws.
        if (rate?.IsConstant(0) == true)
            return;
        found.Add(new StimulusModel
        {
            Name = unique.Of($"{section.Text("name", "a name")?.ToString() ?? kind.ToString().ToLowerInvariant()} "
                + $"{target.Name} {placed.Alias}"),
            Target = target.Index,
            Port = placed.Alias,
            Weight = weight.Value,
            Rate = rate,
            Times = listed?.Times ?? [],
            SpikeCells = listed?.Cells ?? [],
            Cells = cells,
            Start = start,
            Stop = stop,
        });
    }

    private (double Start, double Stop) Window(Section section, CircuitScope scope)
    {
        var start = section.Text("start", "a time") is { } from ? scope.Value(from, Dimension.Time) : 0;
        var stop = section.Text("stop", "a time") is { } to
            ? scope.Value(to, Dimension.Time)
            : double.PositiveInfinity;
        if (start >= stop && section.Find("stop") is { } wrong)
            bag.Error(wrong.Source, wrong.Span, "found a stop that does not lie behind the start");
        return (start ?? 0, stop ?? double.PositiveInfinity);
    }
}

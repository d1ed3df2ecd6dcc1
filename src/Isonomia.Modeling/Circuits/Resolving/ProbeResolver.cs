using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>What is recorded; of cells on which everything has been put.</summary>
internal sealed class ProbeResolver(CircuitScope circuit, PopulationNames names, double dt)
{
    private static readonly string[] Kinds = ["spikes", "variables", "rate", "currents", "lfp", "dipole"];

    private readonly DiagnosticBag bag = circuit.Bag;
    private readonly ImmutableArray<ProbeModel>.Builder found = ImmutableArray.CreateBuilder<ProbeModel>();

    /// <summary>Resolves all of them.</summary>
    public ImmutableArray<ProbeModel> Resolve(ImmutableArray<WrittenValue> probes)
    {
        foreach (var item in probes.OfType<WrittenValue.Map>())
            Probe(new Section(item, "a probe", bag));
        return found.ToImmutable();
    }

    private void Probe(Section section)
    {
        var populations = names.Of(section, "of", out _);
        if (!Kinds.Any(k => section.Find(k) is not null))
            bag.Error(section.Written.Source, section.Written.Span, "the probe records nothing",
                $"add one of {string.Join(", ", Kinds)}");
        var every = section.Text("every", "a time") is { } text ? Interval(text) : dt;
        var proxy = section.Choice(
            "lfp", ("rws", LfpProxy.Rws), ("erws1", LfpProxy.Erws1));
        foreach (var population in populations)
        {
            var cells = CellSelection.Read(section, circuit, population.Size);
            var probe = new ProbeModel { Population = population.Index, Cells = cells, Every = every ?? dt };
            if (section.Flag("spikes", false))
                found.Add(probe with { Spikes = true });
            if (section.Flag("rate", false))
                found.Add(probe with { Rate = true });
            if (Variables(section, population) is { IsEmpty: false } values)
                found.Add(probe with { Values = values });
            if (section.Flag("currents", false) && Sums(section, "currents", population, withConductances: true)
                is { } sums)
                found.Add(probe with { Values = sums, IsSum = true });
            if (proxy is { } lfp && Sums(section, "lfp", population, withConductances: false) is { } pair)
                found.Add(probe with { Values = pair, IsSum = true, Proxy = lfp });
            if (section.Map("dipole", "a dipole") is { } dipole && Dipole(dipole, population) is { } moment)
                found.Add(probe with { Values = [moment], IsSum = true });
        }
    }

    private double? Interval(ModelText text)
    {
        if (circuit.Value(text, Dimension.Time) is not { } every)
            return null;
        var steps = every / dt;
        if (steps >= 1 - 1e-9 && Math.Abs(steps - Math.Round(steps)) < 1e-6 * steps)
            return every;
        bag.Error(text.Source, text.Span,
            $"found an interval of {new Quantity(every, Dimension.Time)} where a multiple of the time step "
            + $"({new Quantity(dt, Dimension.Time)}) was expected");
        return null;
    }

    private ImmutableArray<ProbedValue> Variables(Section section, PopulationDraft population)
    {
        var texts = section.Texts("variables", "the name of a variable");
        if (texts.IsEmpty)
            return [];
        if (population.Cell is not { } cell)
        {
            if (!population.HasCells)
                bag.Error(section.Find("variables")!.Source, section.Find("variables")!.Span,
                    $"'{population.Name}' only sends spikes, and has no variables");
            return [];
        }

        var values = ImmutableArray.CreateBuilder<ProbedValue>();
        foreach (var text in texts)
        {
            if (cell.Equations.Symbols.GetValueOrDefault(text.Text) is { Kind: not SymbolKind.Undetermined } symbol)
            {
                values.Add(new ProbedValue(symbol.Name, symbol.Read, symbol.Dimension));
                continue;
            }

            var known = cell.Equations.Equations.Select(e => e.Name).ToArray();
            bag.Error(text.Source, text.Span, $"the cells of '{population.Name}' have no variable '{text}'",
                NearestName.Hint(text.Text, known) ?? $"they have {string.Join(", ", known)}");
        }

        return values.ToImmutable();
    }

    // Of a current that enters a cell at one place and leaves it at another the moment is their product; far away
    // nothing else of it is seen.
    private ProbedValue? Dipole(Section section, PopulationDraft population)
    {
        var current = section.Required("current", "a current", "I_syn");
        var distance = section.Required("distance", "a length", "200 um") is { } far ? circuit.Value(far, Dimension.Length) : null;
        if (current is null || distance is not { } length)
            return null;
        if (population.Cell is not { } cell)
        {
            if (!population.HasCells)
                bag.Error(section.Written.Source, section.Written.Span,
                    $"'{population.Name}' only sends spikes, and has no currents");
            return null;
        }

        return circuit.Expression(current, ExpectedValue.Constant(Dimension.Current), "dipole", cell.Equations.Symbols.Values)
            is { } value
            ? new ProbedValue("dipole", value * Expression.Constant(length, Dimension.Length), Dimension.Current * Dimension.Length)
            : null;
    }

    // The currents of receptors that excitatory cells reach, and of those that others reach.
    private ImmutableArray<ProbedValue>? Sums(
        Section section, string key, PopulationDraft population, bool withConductances)
    {
        if (population.Cell is null && population.HasCells)
            return null;
        var place = section.Find(key)!;
        var currents = population.Receptors.Values.OfType<PlacedReceptor>().Select(r => r.Contribution())
            .OfType<ReceptorCurrent>().ToArray();
        if (currents.Length == 0)
        {
            bag.Error(place.Source, place.Span, $"no receptor gives a current to the cells of '{population.Name}'");
            return null;
        }

        if (currents.FirstOrDefault(c => c.FromClass is null) is { } mixed)
        {
            bag.Error(place.Source, place.Span,
                $"the currents of '{population.Name}' cannot be told apart: excitation and inhibition share "
                    + $"'{mixed.Alias}', "
                + "or its sources have no class",
                "give the receptor of each its own name, {receptor: ..., name: ...}, and each population a class");
            return null;
        }

        var values = ImmutableArray.CreateBuilder<ProbedValue>();
        foreach (var (end, isExcitatory) in new[] { ("E", true), ("I", false) })
        {
            var of = currents.Where(c => c.FromClass == "E" == isExcitatory).ToArray();
            var zero = Expression.Constant(0, currents[0].Current.Dimension);
            var current = of.Select(c => c.Current).Aggregate((Expression?)null, (a, b) => a is null ? b : a + b)
                ?? zero;
            values.Add(new ProbedValue("I_" + end, current, current.Dimension));
            var conductances = of.Select(c => c.Conductance).OfType<Expression>().ToArray();
            if (withConductances && conductances.Length > 0)
            {
                var sum = conductances.Aggregate((a, b) => a + b);
                values.Add(new ProbedValue("g_" + end, sum, sum.Dimension));
            }
        }

        return values.ToImmutable();
    }
}

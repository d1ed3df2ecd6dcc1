using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>The populations of a circuit: sizes, cells with their changed parameters, spike sources, places.</summary>
internal sealed class PopulationResolver(CircuitScope circuit, ModelReferences models, NumberFiles files)
{
    private const int LongestName = 64;

    private readonly DiagnosticBag bag = circuit.Bag;

    /// <summary>Resolves all of them; those with errors are there too, so that they can be named.</summary>
    public ImmutableArray<PopulationDraft> Resolve(ImmutableArray<WrittenEntry> populations)
    {
        var drafts = ImmutableArray.CreateBuilder<PopulationDraft>(populations.Length);
        foreach (var (name, value) in populations)
        {
            CheckName(name);
            if (drafts.Any(d => d.Name == name.Text))
                bag.Error(name.Source, name.Span, $"there are two populations '{name}'",
                    "give one of them another name");
            var map = value as WrittenValue.Map ?? new WrittenValue.Map([], value.Source, value.Span);
            drafts.Add(Draft(name, new Section(map, $"population '{name}'", bag), drafts.Count, map == value));
        }

        return drafts.ToImmutable();
    }

    private PopulationDraft Draft(ModelText name, Section section, int index, bool isReadable)
    {
        var values = ValueReader.Values(section, circuit, v => v, out var scope);
        var size = !isReadable ? null
            : section.Required("size", "the number of cells", "1000") is { } text
                ? scope.Count(text, "the number of cells", 1) : null;
        scope = scope.With("N", size is { } known ? new Quantity(known, Dimension.None) : null);
        var draft = new PopulationDraft
        {
            Name = name.Text,
            Index = index,
            Size = (int?)size,
            Class = section.Text("class", "a class")?.ToString(),
            Layer = section.Text("layer", "a layer")?.ToString(),
            Values = values,
            HasCells = section.Find("spikes") is null,
        };
        draft.Space = section.Map("space", "a space") is { } space ? SpaceReader.Read(space, scope, draft.Size) : null;
        if (section.Find("spikes") is { } spikes)
        {
            if (section.Written.Entries.FirstOrDefault(e => e.Key.Text is "cell" or "parameters" or "initial")
                is { } odd)
            {
                bag.Error(odd.Key.Source, odd.Key.Span,
                    $"population '{name}' sends spikes only, and has no '{odd.Key}'", "leave out this or 'spikes'");
            }

            if (spikes is WrittenValue.Map map)
                draft.Spikes = SpikeSourceReader.Read(
                    new Section(map, $"the spikes of '{name}'", bag), scope, files, draft.Size);
        }
        else if (isReadable && section.Required("cell", "a cell model", "cells/lif") is { } cell
            && models.Cell(cell) is var (description, model))
        {
            (draft.Base, draft.Listed) =
                new CellParameters(model, scope, files, draft.Size).Apply(section.Find("parameters"));
            draft.Cell = draft.Base;
            draft.AtStart = () =>
                new CellInitialValues(draft, description, scope, files).Apply(section.Find("initial"));
        }

        return draft;
    }

    private void CheckName(ModelText name)
    {
        var text = name.Text;
        if (text.Length == 0 || text.Length > LongestName || !char.IsAsciiLetterOrDigit(text[0])
            || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_'))
        {
            bag.Error(name.Source, name.Span,
                $"found '{text[..Math.Min(text.Length, LongestName)]}' where the name of a population was expected",
                $"at most {LongestName} letters, digits and '_', with a letter or digit first");
        }
    }
}

using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Parameters and initial values of which each cell has its own, listed or in a file.</summary>
internal static class ListedValues
{
    /// <summary>The names and values of a mapping; none where there is no mapping, which is reported.</summary>
    public static ImmutableArray<WrittenEntry> Entries(WrittenValue? value, string key, DiagnosticBag bag)
    {
        if (value is null or WrittenValue.Map)
            return (value as WrittenValue.Map)?.Entries ?? [];
        bag.Error(value.Source, value.Span, $"found {value.Form} where names and values were expected",
            $"as in '{key}: {{NAME: VALUE}}'");
        return [];
    }

    /// <summary>A value for each cell, in SI base units; null after an error.</summary>
    public static ImmutableArray<double>? Read(
        WrittenValue value, Symbol symbol, CircuitScope scope, NumberFiles files, int? size)
    {
        var bag = scope.Bag;
        double?[] values;
        if (value is WrittenValue.List list)
        {
            values = [.. list.Items.Select(i => Section.Text(i, "a value", bag) is { } text
                ? scope.Value(text, symbol.Dimension) : null)];
            if (Array.Exists(values, v => v is null))
                return null;
        }
        else if (value is WrittenValue.Map { Entries: [{ Key.Text: "file" } file] }
            && Section.Text(file.Value, "the name of a file", bag) is { } name)
        {
            if (files.ReadColumn(name) is not { } column)
                return null;
            values = [.. column.Select(c => (double?)c)];
        }
        else
        {
            bag.Error(value.Source, value.Span, $"found {value.Form} where a value was expected",
                "a quantity, a distribution, a list of values, or {file: NAME}");
            return null;
        }

        if (size is { } cells && values.Length != cells)
        {
            bag.Error(value.Source, value.Span,
                $"found {values.Length} values of '{symbol.Name}' for {cells} cells", "list one for each cell");
            return null;
        }

        return [.. values.Select(v => v!.Value)];
    }
}

using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Which cells of a population are meant: a range "0:10" (without its end), a list, a share of them.</summary>
internal static class CellSelection
{
    // More are not kept one by one.
    private const int Most = 1 << 26;

    /// <summary>The cells, ascending; null for all of them.</summary>
    /// <param name="section">Where 'cells' and 'fraction' stand.</param>
    /// <param name="scope">What they may read.</param>
    /// <param name="size">The number of cells.</param>
    public static ImmutableArray<int>? Read(Section section, CircuitScope scope, int? size)
    {
        if (section.Find("cells") is { } written)
        {
            if (section.Find("fraction") is { } other)
                section.Bag.Error(other.Source, other.Span, "found 'fraction' besides 'cells'", "keep one of them");
            return written is WrittenValue.Text { Content: var text }
                && text.Text.Contains(':', StringComparison.Ordinal)
                ? Range(text, scope, size)
                : Listed(section, scope, size);
        }

        if (section.Text("fraction", "a share") is not { } share
            || scope.Value(share, Dimension.None) is not { } fraction)
            return null;
        if (fraction is > 0 and < 1 && fraction * size > Most)
            return TooMany(share, scope, (long)(fraction * size!.Value));
        if (fraction is > 0 and <= 1)
            return fraction == 1 || size is null ? null
                : [.. Enumerable.Range(0, (int)Math.Round(fraction * size.Value))];
        section.Bag.Error(share.Source, share.Span, $"found {fraction} where a share above 0 and up to 1 was expected");
        return null;
    }

    private static ImmutableArray<int>? Range(ModelText text, CircuitScope scope, int? size)
    {
        var parts = text.Text.Split(':');
        var first = 0;
        var end = size ?? int.MaxValue;
        var step = 1;
        var isWell = parts.Length <= 3
            && (parts[0].Trim().Length == 0 || int.TryParse(parts[0], out first))
            && (parts[1].Trim().Length == 0 || int.TryParse(parts[1], out end))
            && (parts.Length < 3 || int.TryParse(parts[2], out step));
        if (!isWell || first < 0 || step < 1 || first >= end)
        {
            scope.Bag.Error(text.Source, text.Span, $"found '{text}' where a range of cells was expected",
                "as in \"0:10\" for the cells 0 to 9, or \"0:100:10\" for every tenth");
            return null;
        }

        if (size is not { } cells)
            return null;
        if (end > cells)
        {
            scope.Bag.Error(text.Source, text.Span,
                $"found cells up to {end - 1}, where there are the cells 0 to {cells - 1}");
            return null;
        }

        var count = ((end - first - 1) / step) + 1;
        return count > Most
            ? TooMany(text, scope, count)
            : [.. Enumerable.Range(0, count).Select(k => first + (k * step))];
    }

    private static ImmutableArray<int>? Listed(Section section, CircuitScope scope, int? size)
    {
        var found = new SortedSet<int>();
        foreach (var text in section.Texts("cells", "the index of a cell"))
        {
            if (scope.Count(text, "the index of a cell", 0) is not { } cell)
                continue;
            if (size is { } cells && cell >= cells)
                scope.Bag.Error(text.Source, text.Span,
                    $"there is no cell {cell}: cells are numbered from 0 to {cells - 1}");
            else
                found.Add((int)cell);
        }

        return [.. found];
    }

    private static ImmutableArray<int>? TooMany(ModelText text, CircuitScope scope, long count)
    {
        scope.Bag.Error(text.Source, text.Span,
            $"found {count:N0} cells; at most {Most:N0} of a population can be chosen, or all of them");
        return null;
    }
}

using Isonomia.Modeling.Description;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Where the cells of a population are.</summary>
internal static class SpaceReader
{
    /// <summary>The space; null after an error.</summary>
    public static PopulationSpace? Read(Section section, CircuitScope scope, int? size)
    {
        if (section.Choice("kind", ("ring", SpaceKind.Ring), ("sheet", SpaceKind.Sheet)) is not { } kind)
        {
            if (section.Find("kind") is null)
                section.Missing("kind", "ring");
            return null;
        }

        var width = section.Required("width", "a length", "1 mm") is { } text ? Length(text, scope) : null;
        var height = section.Text("height", "a length") is { } high ? Length(high, scope) : null;
        var isRandom = section.Flag("random", false);
        var columns = section.Text("columns", "a whole number") is { } count
            ? scope.Count(count, "the number of columns", 1)
            : null;
        foreach (var odd in section.Written.Entries
            .Where(e => kind == SpaceKind.Ring && e.Key.Text is "height" or "columns"))
        {
            if (kind == SpaceKind.Ring)
                section.Bag.Error(odd.Key.Source, odd.Key.Span, $"a ring has no '{odd.Key}'", "leave it out");
        }

        if (kind == SpaceKind.Sheet && height is null && section.Find("height") is null)
            height = width;
        if (kind == SpaceKind.Sheet && columns is null && !isRandom && size is { } cells)
        {
            var root = (int)Math.Round(Math.Sqrt(cells));
            if (root * root == cells)
                columns = root;
            else
                section.Missing("columns", "50");
        }

        if (kind == SpaceKind.Sheet && columns is { } across && size is { } all && all % across != 0
            && section.Text("columns", "a whole number") is { } wrong)
        {
            section.Bag.Error(wrong.Source, wrong.Span, $"{all} cells do not fill rows of {across}",
                "choose columns that divide the size");
        }

        return width is { } w && (kind == SpaceKind.Ring || height is not null)
            ? new PopulationSpace(kind, w, kind == SpaceKind.Ring ? 0 : height!.Value,
                isRandom || kind == SpaceKind.Ring ? 0 : (int)(columns ?? 0), section.Flag("periodic", true), isRandom)
            : null;
    }

    /// <summary>A length in metres, or an angle in radians, above zero; null after an error.</summary>
    public static double? Length(ModelText text, CircuitScope scope)
    {
        if (scope.Quantity(text) is not { } quantity)
            return null;
        if (quantity.Dimension != Dimension.Length && !quantity.Dimension.IsNone)
            scope.Bag.Error(text.Source, text.Span,
                $"found {DimensionNames.Describe(quantity.Dimension)} where a length or an angle was expected");
        else if (!(quantity.Value > 0))
            scope.Bag.Error(text.Source, text.Span, $"found '{text}' where a length above zero was expected");
        else
            return quantity.Value;
        return null;
    }
}

using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Listed spikes: their times, and the cell of each where that is said.</summary>
internal static class SpikeListReader
{
    /// <summary>
    /// Times in seconds, ascending, and cells (none where they are not said); null after an error.
    /// </summary>
    /// <param name="section">Where they are written.</param>
    /// <param name="cellsKey">The key of the cells.</param>
    /// <param name="scope">What the values may read.</param>
    /// <param name="files">Reads files.</param>
    /// <param name="size">The number of cells; null where that is wrong.</param>
    public static (ImmutableArray<double> Times, ImmutableArray<int> Cells)? Read(
        Section section, string cellsKey, CircuitScope scope, NumberFiles files, int? size)
    {
        double[] times;
        double[] cells = [];
        var place = section.Written as WrittenValue;
        if (section.Text("file", "the name of a file") is { } file)
        {
            place = section.Find("file")!;
            if (files.Read(file) is not { } rows)
                return null;
            if (rows[0].Length > 2)
            {
                section.Bag.Error(file.Source, file.Span,
                    $"'{file}' has {rows[0].Length} columns; a time and a cell on each row were expected");
                return null;
            }

            times = Array.ConvertAll(rows, r => r[0]);
            if (rows[0].Length == 2)
                cells = Array.ConvertAll(rows, r => r[1]);
        }
        else if (section.Find("times") is null)
        {
            section.Missing("times", "[1 ms, 2 ms]");
            return null;
        }
        else
        {
            var read = section.Texts("times", "a time").Select(t => scope.Value(t, Dimension.Time)).ToArray();
            var named = section.Texts(cellsKey, "the index of a cell").Select(c => scope.Value(c, Dimension.None))
                .ToArray();
            if (Array.Exists(read, v => v is null) || Array.Exists(named, v => v is null))
                return null;
            times = Array.ConvertAll(read, v => v!.Value);
            cells = Array.ConvertAll(named, v => v!.Value);
        }

        var wrong = Array.Exists(times, t => t < 0) ? "found a time below zero"
            : cells.Length > 0 && cells.Length != times.Length
                ? $"found {cells.Length} cells for {times.Length} times"
            : Array.Exists(cells, c => c != Math.Floor(c) || c < 0 || (size is { } n && c >= n))
                ? $"found a cell that is not one of 0 to {size - 1}"
            : null;
        if (wrong is not null)
        {
            section.Bag.Error(place!.Source, place.Span, wrong);
            return null;
        }

        // Spikes of one time stay in the order of their cells, however they are listed.
        var order = Enumerable.Range(0, times.Length).OrderBy(i => times[i])
            .ThenBy(i => cells.Length > 0 ? cells[i] : 0).ToArray();
        return ([.. order.Select(i => times[i])],
            cells.Length == 0 ? [] : [.. order.Select(i => (int)cells[i])]);
    }
}

using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Simulation.Sweeping;

/// <summary>
/// A list of runs: a table whose first line names paths and whose other lines hold a value for each, separated by
/// commas or tabs; values with commas stand in quotes or brackets. Empty lines and those that begin with # are left
/// out.
/// </summary>
public static class SweepList
{
    /// <summary>Reads a list.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bag">Takes what is wrong.</param>
    /// <returns>Its columns, each with as many values as there are runs; empty where something is wrong.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableArray<SweepAxis> Read(string file, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var text = File.ReadAllText(file).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var source = new SourceText(text, file);
        string[]? paths = null;
        List<string[]> rows = [];
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var span = new TextSpan(start, line.Length);
            start += line.Length + 1;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
                continue;
            var cells = SweepAxis.Divided(line, line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',')
                .Select(Unquoted).ToArray();
            if (paths is null)
                paths = cells;
            else if (cells.Length == paths.Length)
                rows.Add(cells);
            else
            {
                bag.Error(source, span,
                    $"found {cells.Length} values where {paths.Length} were expected, one for each path");
            }

            if (Array.FindIndex(cells, static c => c.Length == 0) is >= 0 and var empty)
                bag.Error(source, span, $"column {empty + 1} is empty");
        }

        if (rows.Count == 0 && !bag.HasErrors)
        {
            bag.Error(source, default, "found no runs", "write a line of paths and then a line of values for each run");
        }

        return bag.HasErrors
            ? []
            : [.. paths!.Select((path, c) => new SweepAxis(path, [.. rows.Select(r => SweepValue.Of(r[c]))]))];
    }

    private static string Unquoted(string cell)
    {
        cell = cell.Trim();
        return cell.Length >= 2 && cell[0] == cell[^1] && cell[0] is '"' or '\'' ? cell[1..^1].Trim() : cell;
    }
}

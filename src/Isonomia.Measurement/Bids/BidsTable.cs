using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Bids;

/// <summary>A table of a BIDS data set: tab-separated, with a line of headings, <c>n/a</c> where nothing is known.</summary>
public sealed class BidsTable
{
    private const long LongestFile = 1 << 28;
    private readonly Dictionary<string, int> columns;
    private readonly List<string?[]> rows;

    private BidsTable(string path, string[] headings, List<string?[]> rows)
    {
        (Path, Columns, this.rows) = (path, headings, rows);
        columns = headings.Index().ToDictionary(h => h.Item, h => h.Index, StringComparer.Ordinal);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The headings, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many rows it has below the headings.</summary>
    public int Count => rows.Count;

    /// <summary>A cell; null where it is <c>n/a</c> or empty, or there is no such column.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The heading.</param>
    public string? this[int row, string column] =>
        columns.TryGetValue(column, out var at) ? rows[row][at] : null;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <exception cref="BadInputException">It is no such table; the message names line and column.</exception>
    public static BidsTable Read(string path)
    {
        var lines = Text(path).Split('\n');
        var headings = lines[0].TrimEnd('\r').Split('\t').Select(h => h.Trim()).ToArray();
        if (headings.Any(h => h.Length == 0))
        {
            throw new BadInputException(path, "line 1: a column has no name; tab-separated column names were expected");
        }

        if (headings.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new BadInputException(path, $"line 1: two columns are named '{twice.Key}'; rename one");
        var found = new List<string?[]>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
                continue;
            var cells = line.Split('\t');
            if (cells.Length != headings.Length)
            {
                throw new BadInputException(path, $"line {i + 1} has {cells.Length} fields, but there are "
                    + $"{headings.Length} columns; fields are divided by single tabs, unknown ones are n/a");
            }

            found.Add([.. cells.Select(c => c.Trim() is { Length: > 0 } cell and not "n/a" ? cell : null)]);
        }

        return new BidsTable(path, headings, found);
    }

    /// <summary>Insists on a column.</summary>
    /// <param name="name">Its heading.</param>
    /// <exception cref="BadInputException">There is none.</exception>
    public BidsTable Require(string name) => columns.ContainsKey(name)
        ? this
        : throw new BadInputException(Path,
            $"line 1: there is no column '{name}'; the columns are {string.Join(", ", Columns.Take(30))}");

    private static string Text(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LongestFile
                ? FileText.Decode(File.ReadAllBytes(path)).TrimStart('\uFEFF')
                : throw new BadInputException(path, "this is too long for a table of a BIDS data set (256 MiB)");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "the table could not be read: " + e.Message, e);
        }
    }
}

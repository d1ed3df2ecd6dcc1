using System.Globalization;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Reads the tables of numbers that a circuit names: CSV (numbers separated by commas, semicolons, tabs or spaces; a
/// first line of names and lines that begin with '#' are skipped) and NPY (one or two dimensions).
/// </summary>
internal sealed class NumberFiles(string? folder, DiagnosticBag bag)
{
    private const long MostBytes = 1L << 33;
    private readonly List<CircuitReference> used = [];

    /// <summary>What was read so far, in that order.</summary>
    public IEnumerable<CircuitReference> Used => used.Distinct();

    /// <summary>A table by rows, all of one length; null after an error.</summary>
    /// <param name="name">The file's name as written.</param>
    public double[][]? Read(ModelText name)
    {
        var path = folder is null ? name.Text : Path.Combine(folder, name.Text);
        try
        {
            if (!File.Exists(path))
            {
                bag.Error(name.Source, name.Span, $"there is no file '{name}'",
                    $"it is looked for in {(folder is null ? "the current folder" : folder)}");
                return null;
            }

            if (new FileInfo(path).Length is > MostBytes and var length)
                throw new FormatException($"it has {length:N0} bytes; at most {MostBytes:N0} are read");
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var rows = path.EndsWith(".npy", StringComparison.OrdinalIgnoreCase)
                ? NpyTable.Read(stream)
                : Csv(stream);
            if (rows.Length == 0)
                throw new FormatException("it holds no numbers");
            used.Add(new CircuitReference(name.Text, path));
            return rows;
        }
        catch (FormatException e)
        {
            bag.Error(name.Source, name.Span, $"'{name}' cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Error(name.Source, name.Span, e.Message);
        }

        return null;
    }

    /// <summary>A single column, or a single row, of numbers; null after an error.</summary>
    public double[]? ReadColumn(ModelText name)
    {
        if (Read(name) is not { } rows)
            return null;
        if (rows[0].Length == 1)
            return Array.ConvertAll(rows, r => r[0]);
        if (rows.Length == 1)
            return rows[0];
        bag.Error(name.Source, name.Span,
            $"'{name}' has {rows.Length} rows of {rows[0].Length} numbers, where a single column was expected");
        return null;
    }

    /// <summary>The rows of a table of text.</summary>
    /// <exception cref="FormatException">It is none; the message says where and why.</exception>
    public static double[][] Csv(Stream stream)
    {
        var rows = new List<double[]>();
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().Trim().Length == 0 || line.StartsWith('#'))
                continue;
            var cells = line.Split([',', ';', '\t', ' '],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var row = new double[cells.Length];
            var wrong = -1;
            for (var i = 0; i < cells.Length && wrong < 0; i++)
            {
                if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out row[i])
                    || !double.IsFinite(row[i]))
                {
                    wrong = i;
                }
            }

            if (wrong >= 0 && rows.Count == 0 && number == 1)
                continue;
            if (wrong >= 0)
            {
                var found = cells[wrong].Length > 40 ? cells[wrong][..40] + "..." : cells[wrong];
                throw new FormatException($"found '{found}' in line {number} where a finite number was expected");
            }

            if (rows.Count > 0 && rows[0].Length != row.Length)
                throw new FormatException(
                    $"found {row.Length} numbers in line {number} where {rows[0].Length} were expected");
            rows.Add(row);
        }

        return [.. rows];
    }
}

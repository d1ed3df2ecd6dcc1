using System.Collections.Immutable;
using System.IO.Compression;
using Isonomia.Modeling.Circuits.Resolving;

namespace Isonomia.Modeling.Fields.Networks;

/// <summary>
/// Reads connectomes: the zip archives of The Virtual Brain (weights.txt, tract_lengths.txt in millimetres, centres.txt
/// with the regions' names), and square tables of numbers, CSV or NPY, for weights and lengths (millimetres). Rows are
/// targets, columns sources.
/// </summary>
public static class ConnectomeFile
{
    private const double Millimetre = 1e-3;
    private const long MostBytes = 1L << 30;

    /// <summary>Reads a connectome.</summary>
    /// <param name="weights">A zip archive, or a table of weights.</param>
    /// <param name="lengths">A table of lengths; null for those of the archive, or none.</param>
    /// <exception cref="FormatException">A file is not what it should be; the message says which, where and why.</exception>
    /// <exception cref="IOException">A file is not there or cannot be read.</exception>
    public static Connectome Read(string weights, string? lengths = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var isArchive = weights.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        var (table, own, names) = isArchive ? Archive(weights) : (Table(weights), null, null);
        var distances = lengths is null ? own : Table(lengths);
        var n = table.Length;
        Require(weights, table, n, null);
        if (distances is not null)
            Require(lengths ?? $"{weights} (tract_lengths.txt)", distances, n, "to match the weights");
        if (distances?.SelectMany(r => r).FirstOrDefault(l => l < 0) is { } negative and < 0)
            throw new FormatException($"'{lengths ?? weights}' has a negative length ({negative})");
        return new Connectome(
            [.. table.SelectMany(r => r)],
            distances is null ? [.. new double[n * n]] : [.. distances.SelectMany(r => r).Select(l => l * Millimetre)],
            names?.Length == n ? names.Value : [.. Enumerable.Range(1, n).Select(i => $"region {i}")]);
    }

    /// <summary>Reads a number for each region, from a single row or column of a CSV or NPY file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="regions">How many there must be.</param>
    /// <exception cref="FormatException">The file is not what it should be.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ImmutableArray<double> ReadMap(string path, int regions)
    {
        double[] values = [.. Table(path).SelectMany(r => r)];
        return values.Length == regions
            ? [.. values]
            : throw new FormatException($"'{path}' has {values.Length} numbers, where one for each of {regions} regions "
                + "was expected");
    }

    /// <summary>Reads rows of numbers, all of one length, from a CSV or NPY file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is not what it should be.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static double[][] ReadTable(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Table(path);
    }

    private static void Require(string path, double[][] rows, int n, string? why)
    {
        if (rows.Length != n || rows.Any(r => r.Length != n))
            throw new FormatException($"'{path}' has {rows.Length} rows of {rows[0].Length} numbers, where a square of "
                + $"{n} was expected{(why is null ? "" : " " + why)}");
    }

    private static double[][] Table(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > MostBytes)
            throw new FormatException($"'{path}' has {stream.Length:N0} bytes; at most {MostBytes:N0} are read");
        return Numbers(path, () => path.EndsWith(".npy", StringComparison.OrdinalIgnoreCase)
            ? NpyTable.Read(stream)
            : NumberFiles.Csv(stream));
    }

    private static (double[][] Weights, double[][]? Lengths, ImmutableArray<string>? Names) Archive(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var weights = Entry(archive, path, "weights.txt")
                ?? throw new FormatException($"'{path}' holds no weights.txt; an archive of The Virtual Brain was expected");
            ImmutableArray<string>? names = null;
            if (archive.Entries.FirstOrDefault(e => e.Name is "centres.txt" or "centers.txt") is { } centres)
            {
                using var reader = new StreamReader(Opened(centres, path));
                names =
                [
                    .. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0]),
                ];
            }

            return (weights, Entry(archive, path, "tract_lengths.txt"), names);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"'{path}' is no zip archive: {e.Message}", e);
        }
    }

    private static double[][]? Entry(ZipArchive archive, string path, string name)
    {
        if (archive.Entries.FirstOrDefault(e => e.Name == name) is not { } entry)
            return null;
        using var stream = Opened(entry, path);
        return Numbers($"{path} ({name})", () => NumberFiles.Csv(stream));
    }

    private static Stream Opened(ZipArchiveEntry entry, string path) => entry.Length <= MostBytes
        ? entry.Open()
        : throw new FormatException($"'{path}': {entry.Name} has {entry.Length:N0} bytes; at most {MostBytes:N0} are read");

    private static double[][] Numbers(string path, Func<double[][]> read)
    {
        double[][] rows;
        try
        {
            rows = read();
        }
        catch (FormatException e)
        {
            throw new FormatException($"'{path}' cannot be read: {e.Message}", e);
        }

        return rows.Length > 0 ? rows : throw new FormatException($"'{path}' holds no numbers");
    }
}

using System.Text;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Delimited;

/// <summary>A table of numbers in text, read whole: columns with or without names.</summary>
internal sealed class NumberTable
{
    /// <summary>
    /// Beyond this a table is better kept in a binary format; it would not fit into memory as numbers.
    /// </summary>
    private const long LargestFile = 2L << 30;

    private const int HeadLength = 1 << 16;
    private const int LongestShown = 30;
    private readonly string path;
    private readonly List<double[]> columns = [];
    private readonly List<string> warnings = [];
    private long missing;

    private NumberTable(string path, TableLayout layout) => (this.path, Layout) = (path, layout);

    public TableLayout Layout { get; }

    public int Rows { get; private set; }

    /// <summary>The columns; arrays may be longer than there are rows.</summary>
    public IReadOnlyList<double[]> Columns => columns;

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Reads a table.</summary>
    /// <exception cref="BadInputException">It is none: a field is not a number, or rows differ in length.</exception>
    public static NumberTable Read(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > LargestFile)
        {
            throw new BadInputException(path,
                $"a text table of {length} bytes is too large to be read; convert it to EDF, "
                + "BrainVision or NPY");
        }

        var head = new byte[(int)Math.Min(HeadLength, length)];
        using (var file = File.OpenRead(path))
            file.ReadExactly(head);
        var table = new NumberTable(path, TableLayout.Of(head, isWholeFile: length == head.Length));
        table.Fill();
        return table;
    }

    private void Fill()
    {
        for (var c = 0; c < Layout.Columns; c++)
            columns.Add(new double[256]);
        using var lines = new LineReader(path);
        while (lines.Next(out var line))
        {
            if (TableLayout.IsSkipped(line) || lines.Number == Layout.HeaderLine)
                continue;
            if (Rows == Array.MaxLength / 8)
                throw new BadInputException(path, $"more than {Rows} rows are too many");
            if (!AddRow(Layout.Trim(line), lines))
                break;
        }

        if (Rows == 0)
            throw new BadInputException(path, "there are no rows of numbers");
        if (missing > 0)
            warnings.Add($"{missing} values are missing (NaN)");
    }

    private bool AddRow(ReadOnlySpan<byte> line, LineReader lines)
    {
        if (Rows == columns[0].Length)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                var column = columns[c];
                Array.Resize(ref column, column.Length * 2);
                columns[c] = column;
            }
        }

        var found = 0;
        for (var start = 0; start <= line.Length; found++)
        {
            var end = start == line.Length ? start : Layout.FieldEnd(line, start);
            var field = line[start..end];
            if (found < columns.Count)
            {
                if (!FieldNumber.TryRead(field, Layout.DecimalComma, out var number))
                {
                    if (!lines.IsWhole && Rows > 0)
                        return CutShort(lines);
                    throw Bad(field, lines.Number, found);
                }

                columns[found][Rows] = number;
                missing += double.IsNaN(number) ? 1 : 0;
            }

            if (end == line.Length)
                start = line.Length + 1;
            else
                start = Layout.NextField(line, end);
        }

        if (found == columns.Count)
        {
            Rows++;
            return true;
        }

        if (!lines.IsWhole && Rows > 0 && found < columns.Count)
            return CutShort(lines);
        throw new BadInputException(path,
            $"line {lines.Number} has {found} columns, but {columns.Count} were expected as in the "
            + "lines before");
    }

    private bool CutShort(LineReader lines)
    {
        warnings.Add($"the file was cut short: its last line, {lines.Number}, is incomplete and was left out");
        return false;
    }

    private BadInputException Bad(ReadOnlySpan<byte> field, long line, int column)
    {
        var text = Encoding.UTF8.GetString(field.Length > LongestShown ? field[..LongestShown] : field).Trim();
        var name = Layout.Names.Count > column && Layout.Names[column].Length > 0 ? $" ({Layout.Names[column]})" : "";
        return new BadInputException(path, $"line {line}, column {column + 1}{name}: " + (text.Length == 0
            ? "there is nothing where a number was expected; write NaN where a sample is missing"
            : $"'{text}' is not a number"));
    }
}

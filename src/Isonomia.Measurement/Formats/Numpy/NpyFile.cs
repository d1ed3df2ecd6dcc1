using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Numpy;

/// <summary>An NPY file: one array, under the file's own name.</summary>
public sealed class NpyFile : IArrayFile
{
    private readonly FileBytes bytes;
    private readonly NumberArray array;
    private readonly List<string> warnings = [];

    /// <summary>Opens the file. One cut short is read to the last whole sample.</summary>
    /// <exception cref="BadInputException">It is damaged or holds something other than real numbers.</exception>
    public NpyFile(string path)
    {
        bytes = new FileBytes(path);
        try
        {
            array = WithoutMissing(NpyData.Parse(bytes));
            Entries =
            [
                new ArrayEntry(System.IO.Path.GetFileNameWithoutExtension(path), array.Shape,
                    array.Numbers.Type.Label(), IsReal: true),
            ];
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Path => bytes.Path;

    /// <inheritdoc/>
    public string Format => "NPY";

    /// <inheritdoc/>
    public IReadOnlyList<ArrayEntry> Entries { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => warnings;

    /// <inheritdoc/>
    public NumberArray Numbers(string name) => array;

    /// <inheritdoc/>
    public void Dispose() => bytes.Dispose();

    private NumberArray WithoutMissing(NumberArray announced)
    {
        var numbers = announced.Numbers;
        var there = (bytes.Length - numbers.Offset) / numbers.Type.Size();
        if (there > numbers.Count)
            warnings.Add($"{bytes.Length - numbers.Offset - (numbers.Count * numbers.Type.Size())} bytes after "
                + "the array were ignored");
        if (there >= numbers.Count)
            return announced;

        // The dimension that runs slowest is the one that can be shortened; that is no use if it counts channels, and
        // fewer samples than channels would turn the matrix round.
        var shape = announced.Shape.ToArray();
        var slowest = announced.RowMajor ? 0 : shape.Length - 1;
        var perStep = shape.Length == 0 ? 1 : numbers.Count / shape[slowest];
        var whole = there / perStep;
        if (whole == 0 || (perStep > 1 && whole <= perStep))
        {
            throw new BadInputException(Path,
                $"the header announces {numbers.Count} numbers, but the file holds {there}; "
                + "it was cut short, and as channels are stored one after another the last ones are missing");
        }

        warnings.Add($"the file was cut short: {whole} of {shape[slowest]} samples are there");
        shape[slowest] = whole;
        return announced with { Shape = shape, Numbers = numbers with { Count = whole * perStep } };
    }
}

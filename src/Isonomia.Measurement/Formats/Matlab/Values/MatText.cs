namespace Isonomia.Measurement.Formats.Matlab.Values;

/// <summary>Text.</summary>
/// <param name="Dimensions">Rows and characters.</param>
/// <param name="Rows">The rows, padded with blanks to equal length as MATLAB keeps them.</param>
public sealed record MatText(IReadOnlyList<long> Dimensions, IReadOnlyList<string> Rows) : MatValue(Dimensions)
{
    /// <inheritdoc/>
    public override string Class => "char";

    /// <summary>Rows out of characters that run down the columns.</summary>
    internal static MatText Of(IReadOnlyList<long> dimensions, string characters)
    {
        var rows = (int)Math.Min(dimensions[0], characters.Length);
        if (rows <= 1)
            return new MatText(dimensions, rows == 0 ? [] : [characters]);
        var length = characters.Length / rows;
        return new MatText(dimensions, [.. Enumerable.Range(0, rows).Select(r =>
            string.Create(length, (characters, rows, r), static (row, from) =>
            {
                for (var c = 0; c < row.Length; c++)
                    row[c] = from.characters[(c * from.rows) + from.r];
            }))]);
    }
}

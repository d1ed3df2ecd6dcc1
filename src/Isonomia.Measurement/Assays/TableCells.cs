using System.Globalization;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Assays;

/// <summary>Numbers in the cells of a table.</summary>
internal static class TableCells
{
    /// <summary>The number in a cell; null where there is none. A per cent sign may follow.</summary>
    /// <exception cref="BadInputException">The cell holds something else; the message names row and column.</exception>
    public static double? Number(BidsTable table, int row, string column, bool mayBeZero = true)
    {
        if (table[row, column] is not { } text)
            return null;
        if (double.TryParse(text.TrimEnd('%').Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) && (mayBeZero ? value >= 0 : value > 0))
        {
            return value;
        }

        throw new BadInputException(table.Path, $"row {row + 1} below the headings, column '{column}': '{text}' was found and "
            + $"a number {(mayBeZero ? "of zero or more" : "above zero")} expected; write n/a where there is none");
    }

    /// <summary>The first column of several names, whatever its case.</summary>
    public static string? Column(IReadOnlyList<string> headings, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (headings.FirstOrDefault(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        }

        return null;
    }
}

using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Bids;

/// <summary>What <c>participants.tsv</c> says of the people in a data set.</summary>
public sealed class Participants
{
    private const string FileName = "participants.tsv";
    private const string Id = "participant_id";
    private readonly string path;
    private readonly BidsTable? table;
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    private Participants(string path, BidsTable? table)
    {
        (this.path, this.table) = (path, table);
        for (var row = 0; row < (table?.Count ?? 0); row++)
        {
            var id = table![row, Id] ?? throw new BadInputException(path, $"row {row + 1} has no {Id}");
            // Some data sets leave out the prefix that the standard asks for.
            if (!id.StartsWith("sub-", StringComparison.Ordinal))
                id = "sub-" + id;
            if (!rows.TryAdd(id, row))
                throw new BadInputException(path, $"{id} stands in two rows; one a participant was expected");
        }
    }

    /// <summary>The columns, the participants' own left out; none where there is no table.</summary>
    public IEnumerable<string> Columns => table?.Columns.Where(c => c != Id) ?? [];

    /// <summary>A column's values by participant (<c>sub-01</c>); those of whom nothing is known are left out.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="BadInputException">There is no such column, or no table.</exception>
    public IReadOnlyDictionary<string, string> Column(string column)
    {
        if (table is null)
            throw new BadInputException(path, $"there is no such file, so nobody's '{column}' is known; add the table");
        if (!Columns.Contains(column))
        {
            throw new BadInputException(path, $"there is no column '{column}'{Suggestion.For(column, Columns)} It has "
                + string.Join(", ", Columns));
        }

        return rows.Where(r => table[r.Value, column] is not null)
            .ToDictionary(r => r.Key, r => table[r.Value, column]!, StringComparer.Ordinal);
    }

    internal static Participants Read(string root)
    {
        var file = Path.Combine(root, FileName);
        return new Participants(file, File.Exists(file) ? BidsTable.Read(file).Require(Id) : null);
    }
}

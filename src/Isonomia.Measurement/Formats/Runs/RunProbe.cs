namespace Isonomia.Measurement.Formats.Runs;

/// <summary>A recorded variable as <c>run.json</c> describes it.</summary>
/// <param name="Population">The population's name.</param>
/// <param name="Variable">The variable's name.</param>
/// <param name="Unit">Its unit in SI base units ("m^2 kg s^-3 A^-1"), in which its values are stored; empty where
/// unknown.</param>
/// <param name="IsSum">Whether there is one value a time: a sum over cells, or a field potential.</param>
/// <param name="Cells">How many columns it has; null where that is not said.</param>
/// <param name="CellIds">The recorded cells; empty where they are not said.</param>
internal sealed record RunProbe(
    string Population, string Variable, string Unit, bool IsSum, int? Cells, IReadOnlyList<int> CellIds)
{
    /// <summary>The name of what a column holds: <c>E.v[3]</c>, <c>E.lfp</c>.</summary>
    /// <param name="column">The column.</param>
    /// <param name="columns">How many there are.</param>
    /// <param name="size">Cells of the population.</param>
    public string ChannelName(int column, int columns, int size)
    {
        var name = $"{Population}.{Variable}";
        if (IsSum || (columns == 1 && (CellIds.Count == 0 || size == 1)))
            return name;
        return $"{name}[{(CellIds.Count > 0 ? CellIds[column] : column)}]";
    }
}

namespace Isonomia.Measurement.Formats.Runs;

/// <summary>A recorded variable as <c>run.json</c> describes it.</summary>
/// <param name="Population">The population's name.</param>
/// <param name="Variable">The variable's name.</param>
/// <param name="Stem">
/// What its files begin with: POPULATION.VARIABLE, and <c>-2</c>, <c>-3</c> behind it where a population's variable was
/// recorded more than once.
/// </param>
/// <param name="Unit">Its unit in SI base units ("m^2 kg s^-3 A^-1"), in which its values are stored; empty where
/// unknown.</param>
/// <param name="IsSum">Whether there is one value a time: a sum over cells, or a field potential.</param>
/// <param name="Cells">How many columns it has; null where that is not said.</param>
internal sealed record RunProbe(
    string Population, string Variable, string Stem, string Unit, bool IsSum, int? Cells)
{
    /// <summary>The name of what is recorded of a cell, or in sum: <c>E.v[3]</c>, <c>E.lfp</c>.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="size">Cells of the population; a single one needs no number.</param>
    public string ChannelName(int cell, int size) => IsSum || size == 1 ? Stem : $"{Stem}[{cell}]";
}

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>A variable recorded at regular times.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Description">What it is.</param>
/// <param name="Unit">Its unit: "volts".</param>
/// <param name="Start">When the first sample was taken, in seconds.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Columns">Values a sample.</param>
/// <param name="Values">The samples, one after the other.</param>
public sealed record NwbSeries(
    string Name, string Description, string Unit, double Start, double Rate, int Columns, double[] Values);

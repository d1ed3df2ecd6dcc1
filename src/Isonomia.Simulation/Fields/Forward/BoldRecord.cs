namespace Isonomia.Simulation.Fields.Forward;

/// <summary>BOLD signals of regions.</summary>
/// <param name="Activity">The variable that drove the vessels.</param>
/// <param name="Regions">The number of regions.</param>
/// <param name="Times">When, in seconds.</param>
/// <param name="Values">For each time a row of one value a region: relative changes.</param>
public sealed record BoldRecord(string Activity, int Regions, double[] Times, double[] Values)
{
    /// <summary>The signal of a region over time, from some sample on.</summary>
    /// <param name="region">Which.</param>
    /// <param name="first">The first sample.</param>
    public double[] Trace(int region, int first = 0) =>
        [.. Enumerable.Range(first, Times.Length - first).Select(t => Values[(t * Regions) + region])];
}

using Isonomia.Modeling.Units;

namespace Isonomia.Simulation.Results;

/// <summary>A variable of a population, recorded at regular times.</summary>
/// <param name="Population">The population's name.</param>
/// <param name="Variable">The state, subexpression or parameter recorded.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Cells">The recorded cells, ascending.</param>
/// <param name="Times">When, in seconds.</param>
/// <param name="Values">What, in SI base units: for each time a row of one value a cell.</param>
public sealed record ProbeResult(
    string Population, string Variable, Dimension Dimension, int[] Cells, double[] Times, double[] Values)
{
    /// <summary>
    /// Whether there is one value a time: the sum over cells, or something made of such sums (a field potential).
    /// <see cref="Cells"/> then has one entry, -1.
    /// </summary>
    public bool IsSum { get; init; }

    /// <summary>The values of one of the recorded cells over time.</summary>
    /// <param name="column">Its place among <see cref="Cells"/>.</param>
    public double[] Trace(int column)
    {
        var trace = new double[Times.Length];
        for (var row = 0; row < trace.Length; row++)
            trace[row] = Values[(row * Cells.Length) + column];
        return trace;
    }
}

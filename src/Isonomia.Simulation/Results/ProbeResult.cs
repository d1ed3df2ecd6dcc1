using Isonomia.Modeling.Units;
using Isonomia.Numerics.Files;

namespace Isonomia.Simulation.Results;

/// <summary>A variable of a population, recorded at regular times.</summary>
/// <param name="Population">The population's name.</param>
/// <param name="Variable">The state, subexpression or parameter recorded.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Cells">The recorded cells, ascending.</param>
/// <param name="Times">When, in seconds.</param>
/// <param name="Values">What, in SI base units: for each time a row of one value a cell.</param>
public sealed record ProbeResult(
    string Population, string Variable, Dimension Dimension, int[] Cells, double[] Times, Column<double> Values)
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
        var (row, next) = (0, column);
        var first = 0;
        foreach (var piece in Values.Pieces())
        {
            for (; next < first + piece.Length && row < trace.Length; next += Cells.Length)
                trace[row++] = piece.Span[next - first];
            first += piece.Length;
        }

        return trace;
    }
}

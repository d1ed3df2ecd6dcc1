using Isonomia.Simulation.Delivery;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// Chooses what one unit of the integer weights at a port is worth: so that the largest weight fits 16 bits, the sum of
/// all that can arrive in one step fits 31, and constant weights are whole multiples wherever they have a common
/// measure.
/// </summary>
internal static class Quantum
{
    // A typical weight of fewer units than this is rounded by more than 0.1 %: then 32 bits are used.
    private const double Fine = 500;

    /// <summary>What is known of the weights that reach a port.</summary>
    /// <param name="Typical">The size of a usual weight.</param>
    /// <param name="Largest">The size of the largest.</param>
    /// <param name="IsConstant">Whether there is but one.</param>
    /// <param name="MostAtOnce">The most that can arrive at one cell in one step.</param>
    public readonly record struct Weights(double Typical, double Largest, bool IsConstant, double MostAtOnce);

    /// <summary>The quantum of a port, and whether its synapses must be wide.</summary>
    /// <param name="weights">The weights that reach it.</param>
    /// <param name="isPlastic">Whether some of them change, and may have any value: then it is as fine as can be.</param>
    public static (double Quantum, bool IsWide) Of(IReadOnlyCollection<Weights> weights, bool isPlastic)
    {
        var present = weights.Where(w => w.Largest > 0).ToArray();
        if (present.Length == 0)
            return (1, false);
        var largest = present.Max(w => w.Largest);
        var together = present.Sum(w => w.Largest * w.MostAtOnce);

        // Largest is below units, and the sum below 2^31 with some room for rounding.
        var safe = int.MaxValue / 1.01 / together;
        if (isPlastic)
            return (1 / safe, true);
        var units = Math.Min(SynapseTable.CompactWeight / largest, safe);
        var quantum = Common(present, units) ?? 1 / units;
        return present.Min(w => w.Typical) / quantum >= Fine ? (quantum, false) : (1 / safe, true);
    }

    // The largest quantum of at most so many units of which all constants are multiples.
    private static double? Common(Weights[] weights, double units)
    {
        var constants = weights.Where(w => w.IsConstant).Select(w => w.Largest).Distinct().ToArray();
        if (constants.Length == 0)
            return null;
        var smallest = constants.Min();
        var most = Math.Floor(smallest * units);
        for (var k = most; k >= Math.Max(1, most / 2); k--)
        {
            var quantum = smallest / k;
            if (constants.All(c => Math.Abs((c / quantum) - Math.Round(c / quantum)) < 1e-7 * (c / quantum)))
                return quantum;
        }

        return null;
    }
}

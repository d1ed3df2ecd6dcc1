namespace Isonomia.Validation.Networks.Kernels;

/// <summary>
/// One millisecond of all units of a sheet: 2,500 units of 48 bytes (arrays of input, probability and their constants,
/// which stay in the second cache), two multiply-adds and a comparison with a random number each; about 3 ns a unit.
/// </summary>
internal static class SheetStep
{
    /// <summary>Decays inputs, moves probabilities by them, and lists the units that spike.</summary>
    /// <param name="input">The current of each unit, decaying in place.</param>
    /// <param name="probability">The spike probability of each unit, in place.</param>
    /// <param name="keep">By what factor a probability decays.</param>
    /// <param name="resting">What a probability gains.</param>
    /// <param name="inputKeep">By what factor inputs decay.</param>
    /// <param name="uniform">A number in [0, 1) for each unit.</param>
    /// <param name="spikes">Receives the units that spike.</param>
    /// <returns>How many spike.</returns>
    public static int Run(
        Span<double> input, Span<double> probability, ReadOnlySpan<double> keep, ReadOnlySpan<double> resting,
        double inputKeep, ReadOnlySpan<double> uniform, Span<int> spikes)
    {
        var count = 0;
        for (var i = 0; i < input.Length; i++)
        {
            var current = input[i] * inputKeep;
            input[i] = current;
            var p = (probability[i] + current) * keep[i] + resting[i];
            probability[i] = p;
            if (uniform[i] < p)
                spikes[count++] = i;
        }

        return count;
    }
}

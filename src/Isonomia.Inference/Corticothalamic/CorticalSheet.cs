namespace Isonomia.Inference.Corticothalamic;

/// <summary>
/// The sheet of cortex and the skull over it: what does not differ between the individuals that are located. Values of
/// Robinson et al. (2001, 2002) as used by Abeysuriya and Robinson (2016, J Neurosci Methods 253:55).
/// </summary>
public static class CorticalSheet
{
    /// <summary>gamma_e: damping of waves along axons, 1/s.</summary>
    public const double Damping = 116;

    /// <summary>r_e: range of cortical axons, m.</summary>
    public const double Range = 0.086;

    /// <summary>Side of the square sheet, m.</summary>
    public const double Side = 0.5;

    /// <summary>k0: above this wave number, in 1/m, volume conduction blurs what an electrode sees.</summary>
    public const double BlurWaveNumber = 10;

    // Beyond |m|, |n| = 4 as in the papers; and of these only what weighs more than 1e-6 of the uniform mode.
    private const int MostWaves = 4;
    private const double LeastWeight = 1e-6;

    /// <summary>
    /// Modes of equal wave number together: (k r_e)^2, and how much they weigh: how many there are times
    /// exp(-k^2/k0^2). Those of less than 1e-6 of the uniform mode are left out.
    /// </summary>
    public static IReadOnlyList<(double SquaredWaveNumber, double Weight)> Modes { get; } = MakeModes();

    private static (double, double)[] MakeModes()
    {
        const double First = 2 * Math.PI / Side;
        var waves = Enumerable.Range(-MostWaves, (2 * MostWaves) + 1).ToArray();
        return [.. waves.SelectMany(m => waves.Select(n => (m * m) + (n * n)))
            .GroupBy(squares => squares)
            .OrderBy(modes => modes.Key)
            .Select(modes => (
                Squared: modes.Key * First * First * Range * Range,
                Weight: modes.Count() * Math.Exp(-modes.Key * First * First / (BlurWaveNumber * BlurWaveNumber))))
            .Where(mode => mode.Weight > LeastWeight)];
    }
}

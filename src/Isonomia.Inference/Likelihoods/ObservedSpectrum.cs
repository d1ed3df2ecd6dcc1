using Isonomia.Inference.Models;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Inference.Likelihoods;

/// <summary>
/// The spectrum of a channel as it is held against models: an average of Hann-windowed periodograms at the window's own
/// frequencies, which of them count, and how many independent averages they are worth.
/// </summary>
/// <param name="Grid">The observed frequencies and one neighbour on either side, from which the window's leakage comes.</param>
/// <param name="Density">Power density at the observed ones: two fewer than the grid has.</param>
/// <param name="Counts">Which of them count; those around the line frequency do not.</param>
/// <param name="EffectiveAverages">Independent periodograms that would scatter as little (Welch 1967).</param>
/// <param name="Unit">Of the density.</param>
public sealed record ObservedSpectrum(
    FrequencyGrid Grid, double[] Density, bool[] Counts, double EffectiveAverages, string Unit)
{
    /// <summary>
    /// What one frequency is worth beside its neighbours. Hann windows make neighbouring estimates correlate by 4/9 and
    /// those two apart by 1/36; sums over frequencies then scatter as if only one in 1 + 2 (4/9 + 1/36) were there.
    /// </summary>
    public const double Independence = 1 / (1 + (2 * ((4.0 / 9) + (1.0 / 36))));

    /// <summary>What leaks into a frequency from it and its neighbours: Hann's kernel, whose second moment is 1/3.</summary>
    public const double OwnShare = 2.0 / 3;

    /// <summary>How many frequencies are observed.</summary>
    public int Count => Density.Length;

    /// <summary>How many count.</summary>
    public int Counted => Counts.Count(c => c);

    /// <summary>Observed frequency number <paramref name="index"/>, in Hz.</summary>
    public double Frequency(int index) => Grid[index + 1];

    /// <summary>Takes a range of a Welch estimate with Hann windows.</summary>
    /// <param name="spectrum">The estimate.</param>
    /// <param name="lowHz">Least frequency that counts.</param>
    /// <param name="highHz">Greatest frequency that counts.</param>
    /// <param name="lineHz">Line frequency to leave out, with its harmonics; null for none.</param>
    /// <param name="lineWidthHz">How far on either side of it.</param>
    /// <param name="unit">Unit of the density.</param>
    /// <exception cref="ArgumentException">Fewer than twenty frequencies count, or one that counts has no power.</exception>
    public static ObservedSpectrum From(
        PowerSpectrum spectrum, double lowHz, double highHz, double? lineHz, double lineWidthHz, string unit)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        // A frequency needs both neighbours, and the first one is zero, where there is nothing to see.
        var first = Math.Max(2, (int)Math.Ceiling((lowHz / spectrum.Resolution) - 1e-9));
        var last = Math.Min(spectrum.Density.Length - 2, (int)Math.Floor((highHz / spectrum.Resolution) + 1e-9));
        if (last - first + 1 < 20)
        {
            throw new ArgumentException($"only {Math.Max(0, last - first + 1)} frequencies lie between {lowHz:0.##} and "
                + $"{highHz:0.##} Hz; at least 20 are needed: widen the range or lengthen the window");
        }

        var density = spectrum.Density[first..(last + 1)];
        var grid = new FrequencyGrid((first - 1) * spectrum.Resolution, spectrum.Resolution, density.Length + 2);
        bool Clean(double hertz) => lineHz is not { } line || hertz < line / 2
            || Math.Abs(hertz - (line * Math.Round(hertz / line))) > lineWidthHz;
        var counts = Enumerable.Range(0, density.Length).Select(i => Clean(grid[i + 1])).ToArray();
        for (var i = 0; i < density.Length; i++)
        {
            if (counts[i] && !(density[i] > 0 && double.IsFinite(density[i])))
                throw new ArgumentException($"there is no power at {grid[i + 1]:0.##} Hz; a spectrum without gaps is needed");
        }

        return new ObservedSpectrum(grid, density, counts, spectrum.EffectiveAverages, unit);
    }
}

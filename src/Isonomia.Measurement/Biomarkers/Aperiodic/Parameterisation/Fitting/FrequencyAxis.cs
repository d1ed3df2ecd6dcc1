using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// The bins that are fitted, with what is the same for every spectrum on them. Columns are padded for
/// <see cref="GaussianKernel"/>.
/// </summary>
internal sealed class FrequencyAxis
{
    private readonly double[] frequencies;
    private readonly double[] logs;
    private readonly double[] mask;

    private FrequencyAxis(ReadOnlySpan<double> chosen, int first)
    {
        First = first;
        Bins = chosen.Length;
        Stride = GaussianKernel.Stride(Bins);
        frequencies = new double[Stride];
        logs = new double[Stride];
        mask = new double[Stride];
        chosen.CopyTo(frequencies);
        for (var i = 0; i < Bins; i++)
            (logs[i], mask[i]) = (Math.Log(chosen[i]), 1);
    }

    /// <summary>No bins at all.</summary>
    public static FrequencyAxis Empty { get; } = new([], 0);

    /// <summary>How many bins.</summary>
    public int Bins { get; }

    /// <summary>Length of a padded column.</summary>
    public int Stride { get; }

    /// <summary>Index of the first bin in the whole spectrum.</summary>
    public int First { get; }

    /// <summary>Distance of neighbouring bins, in Hz.</summary>
    public double Resolution => frequencies[1] - frequencies[0];

    /// <summary>Lowest fitted frequency, in Hz.</summary>
    public double Low => frequencies[0];

    /// <summary>Highest fitted frequency, in Hz.</summary>
    public double High => frequencies[Bins - 1];

    /// <summary>Frequencies in Hz, padded.</summary>
    public ReadOnlySpan<double> Frequencies => frequencies;

    /// <summary>Natural logarithms of the frequencies, padded with zeros.</summary>
    public ReadOnlySpan<double> Logs => logs;

    /// <summary>One on bins, zero on padding.</summary>
    public ReadOnlySpan<double> Mask => mask;

    /// <summary>Chooses the bins of a spectrum within a range; never the one at 0 Hz.</summary>
    /// <exception cref="ArgumentException">The frequencies do not rise in even steps.</exception>
    public static FrequencyAxis Of(ReadOnlySpan<double> all, Interval? range)
    {
        for (var i = 1; i < all.Length; i++)
        {
            var (step, expected) = (all[i] - all[i - 1], all[1] - all[0]);
            if (!(expected > 0) || !(Math.Abs(step - expected) <= 1e-5 * expected + 1e-8))
                throw new ArgumentException($"The frequencies must rise in even steps; bin {i} does not.", nameof(all));
        }

        var first = 0;
        var low = range?.Low ?? double.NegativeInfinity;
        var high = range?.High ?? double.PositiveInfinity;
        while (first < all.Length && (all[first] < low || all[first] <= 0))
            first++;
        var end = all.Length;
        while (end > first && all[end - 1] > high)
            end--;
        return new FrequencyAxis(all[first..end], first);
    }
}

using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>
/// The windows under which an epoch is transformed: one of Hann, or discrete prolate spheroidal sequences, each
/// multiplied by the root of its concentration, which is its weight in the cross-spectrum (as in mne-connectivity).
/// </summary>
internal sealed class EpochTapers
{
    private const double LeastConcentration = 0.9;

    private EpochTapers(double[][] windows) => Windows = windows;

    /// <summary>The windows, of an epoch's length each.</summary>
    public IReadOnlyList<double[]> Windows { get; }

    /// <summary>One Hann window, symmetric.</summary>
    public static EpochTapers Hann(int samples) => new([Window.Create(WindowFunction.Hann, samples, periodic: false)]);

    /// <summary>
    /// Prolate sequences of the given time half bandwidth (NW; 4 smooths a 2 s epoch over 2 Hz on either side); those
    /// that keep less than nine tenths of their energy within the band are left out.
    /// </summary>
    public static EpochTapers Multitaper(int samples, double timeHalfBandwidth)
    {
        // One sample longer and cut, so that the window is periodic.
        var all = SlepianTapers.Of(samples + 1, timeHalfBandwidth, Math.Max(1, (int)(2 * timeHalfBandwidth)));
        double[][] kept =
        [
            .. Enumerable.Range(0, all.Tapers.Count).Where(k => all.Concentrations[k] > LeastConcentration)
                .Select(k => Scaled(all.Tapers[k].AsSpan(0, samples), Math.Sqrt(all.Concentrations[k]))),
        ];
        return new EpochTapers(kept.Length > 0 ? kept : [all.Tapers[0][..samples]]);
    }

    private static double[] Scaled(ReadOnlySpan<double> taper, double factor)
    {
        var scaled = new double[taper.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = factor * taper[i];
        return scaled;
    }
}

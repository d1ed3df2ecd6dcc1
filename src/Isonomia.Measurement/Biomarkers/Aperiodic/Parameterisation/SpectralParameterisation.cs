using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;

/// <summary>
/// Describes power spectra as an aperiodic component and Gaussian peaks, in log10 power: the specparam (FOOOF)
/// algorithm.
/// </summary>
/// <remarks>
/// <para>
/// 1. The aperiodic component is fitted, then again to the bins that do not stand above it. 2. In what remains, the
/// highest point is taken for a peak and subtracted, until none stands out. 3. All peaks are fitted together within
/// bounds. 4. The aperiodic component is fitted to the spectrum less the peaks.
/// </para>
/// <para>
/// Donoghue et al. 2020, Nature Neuroscience 23:1655, doi:10.1038/s41593-020-00744-x. Where public versions differ
/// (the clip of a candidate that is too wide) this follows FOOOF 1.1.1.
/// </para>
/// </remarks>
public static class SpectralParameterisation
{
    /// <summary>Fits one spectrum.</summary>
    /// <param name="frequencies">Of the bins, in Hz, rising in even steps; a bin at 0 Hz is left out.</param>
    /// <param name="power">Power of the bins, linear (not decibel, not logarithm).</param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <returns>The fit, or one whose <see cref="SpectralFit.Why"/> says why there is none.</returns>
    /// <exception cref="ArgumentException">Lengths differ, frequencies are uneven, or limits are not.</exception>
    public static SpectralFit Fit(
        ReadOnlySpan<double> frequencies, ReadOnlySpan<double> power, SpectralParameterisationOptions? options = null)
    {
        Check(frequencies, power.Length);
        var axis = Axis(frequencies, ref options);
        return TooFewBins(axis, options!) ?? new SpectrumFitter(axis, options!).Fit(power);
    }

    /// <summary>Fits many spectra on the same frequencies, on all processors; the order is kept.</summary>
    /// <param name="frequencies">As for <see cref="Fit"/>.</param>
    /// <param name="spectra">The power of each, as for <see cref="Fit"/>.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <param name="threads">How many threads at most; null for as many as there are processors.</param>
    /// <returns>One fit per spectrum: the same as <see cref="Fit"/> gives, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    public static SpectralFit[] FitMany(
        ReadOnlySpan<double> frequencies,
        IReadOnlyList<double[]> spectra,
        SpectralParameterisationOptions? options = null,
        int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(spectra);
        foreach (var spectrum in spectra)
            Check(frequencies, spectrum.Length);
        var axis = Axis(frequencies, ref options);
        var fits = new SpectralFit[spectra.Count];
        if (TooFewBins(axis, options!) is { } none)
        {
            Array.Fill(fits, none);
            return fits;
        }

        Parallel.For(
            0,
            spectra.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount },
            () => new SpectrumFitter(axis, options!),
            (i, _, fitter) =>
            {
                fits[i] = fitter.Fit(spectra[i]);
                return fitter;
            },
            _ => { });
        return fits;
    }

    private static void Check(ReadOnlySpan<double> frequencies, int length)
    {
        if (frequencies.Length != length)
            throw new ArgumentException($"{frequencies.Length} frequencies but {length} powers.", nameof(frequencies));
    }

    private static FrequencyAxis Axis(ReadOnlySpan<double> frequencies, ref SpectralParameterisationOptions? options)
    {
        options ??= new();
        if (!(options.PeakWidth.Low >= 0 && options.PeakWidth.High > options.PeakWidth.Low))
        {
            throw new ArgumentException(
                $"The peak widths {options.PeakWidth} do not rise from zero or above.", nameof(options));
        }

        return FrequencyAxis.Of(frequencies, options.Range);
    }

    private static SpectralFit? TooFewBins(FrequencyAxis axis, SpectralParameterisationOptions options)
    {
        // As many bins as leave a line (or a knee) and one peak determined.
        var least = options.Mode == AperiodicMode.Knee ? 7 : 6;
        return axis.Bins >= least ? null : new SpectralFit
        {
            Mode = options.Mode,
            Why = $"the range holds {axis.Bins} frequency bins, fewer than the {least} needed",
        };
    }
}

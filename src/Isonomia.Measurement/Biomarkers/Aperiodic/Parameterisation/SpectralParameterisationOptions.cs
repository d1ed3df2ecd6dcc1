using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;

/// <summary>What may be chosen for <see cref="SpectralParameterisation"/>; the defaults are those of FOOOF.</summary>
public sealed record SpectralParameterisationOptions
{
    /// <summary>Frequencies to fit, in Hz, both ends included; null for all above zero.</summary>
    public Interval? Range { get; init; }

    /// <summary>Form of the aperiodic component.</summary>
    public AperiodicMode Mode { get; init; } = AperiodicMode.Fixed;

    /// <summary>Narrowest and widest peak, as bandwidth (two standard deviations) in Hz.</summary>
    public Interval PeakWidth { get; init; } = new(0.5, 12);

    /// <summary>How many candidates are looked for at most, the highest first.</summary>
    public int MaxPeaks { get; init; } = int.MaxValue;

    /// <summary>A candidate must rise above this, in log10 power over the aperiodic component.</summary>
    public double MinPeakHeight { get; init; }

    /// <summary>A candidate must rise above this many standard deviations of the flattened spectrum.</summary>
    public double PeakThreshold { get; init; } = 2;

    /// <summary>
    /// Relative change of the cost, the parameters or the gradient at which a fit has converged: 1e-8 as FOOOF 1.1.1;
    /// specparam 2 stops earlier, at 1e-5, which moves exponents by up to 1e-4.
    /// </summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>
    /// Where the fit of a peak begins whose candidate is wider than <see cref="PeakWidth"/> allows: at the narrowest
    /// width, as in specparam 2, instead of at the widest, as in FOOOF.
    /// </summary>
    public bool WideCandidatesBeginNarrow { get; init; }

    /// <summary>
    /// The same choices, with the details in which specparam 2 (2.0rc8) departs from FOOOF 1.1.1: to repeat its fits.
    /// </summary>
    public SpectralParameterisationOptions AsSpecparam2() =>
        this with { Tolerance = 1e-5, WideCandidatesBeginNarrow = true };
}

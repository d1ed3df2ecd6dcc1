using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;

/// <summary>What may be chosen for <see cref="Irasa"/>; the defaults are NeuroDSP's.</summary>
public sealed record IrasaOptions
{
    /// <summary>Resampling factors are multiples of one over this.</summary>
    public const int StepsPerUnit = 20;

    /// <summary>Frequencies in Hz over which the aperiodic component is fitted.</summary>
    public Interval Range { get; init; } = new(2, 40);

    /// <summary>Length of the windows of every spectrum, in seconds of the original sampling rate.</summary>
    public double WindowSeconds { get; init; } = 4;

    /// <summary>Smallest and largest resampling factor, in steps of 0.05.</summary>
    public Interval Factors { get; init; } = new(1.1, 1.9);

    /// <summary>The frequencies that are looked at: the range, widened by the largest factor on either side.</summary>
    public Interval Evaluated => new(Range.Low / Factors.High, Range.High * Factors.High);
}

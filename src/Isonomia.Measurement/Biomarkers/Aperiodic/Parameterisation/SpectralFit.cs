namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;

/// <summary>A spectrum described by an aperiodic component and peaks.</summary>
/// <remarks>All powers are log10 of the input's unit squared per Hz.</remarks>
public sealed record SpectralFit
{
    /// <summary>
    /// Why there is no fit; null when there is one. Without a fit every number is NaN and there are no peaks.
    /// </summary>
    public string? Why { get; init; }

    /// <summary>The fitted bins' frequencies, in Hz.</summary>
    public double[] Frequencies { get; init; } = [];

    /// <summary>The spectrum at those bins.</summary>
    public double[] LogPower { get; init; } = [];

    /// <summary>The aperiodic component at those bins.</summary>
    public double[] Aperiodic { get; init; } = [];

    /// <summary>The whole model, aperiodic component and peaks, at those bins.</summary>
    public double[] Model { get; init; } = [];

    /// <summary>Form of the aperiodic component.</summary>
    public AperiodicMode Mode { get; init; }

    /// <summary>
    /// The aperiodic component's log10 power at 1 Hz (where there is a knee: with the knee's term left out).
    /// </summary>
    public double Offset { get; init; } = double.NaN;

    /// <summary>The knee parameter k, in Hz^exponent; NaN in fixed mode. It may come out negative.</summary>
    public double Knee { get; init; } = double.NaN;

    /// <summary>The exponent: how steeply power falls. Larger is steeper.</summary>
    public double Exponent { get; init; } = double.NaN;

    /// <summary>The peaks, by frequency.</summary>
    public IReadOnlyList<SpectralPeak> Peaks { get; init; } = [];

    /// <summary>Squared correlation of the model with the spectrum.</summary>
    public double RSquared { get; init; } = double.NaN;

    /// <summary>Mean absolute difference of the model and the spectrum.</summary>
    public double Error { get; init; } = double.NaN;

    /// <summary>
    /// Frequency of the bend, <c>knee^(1/exponent)</c>, in Hz: where the two terms of the knee form are equal. NaN
    /// where there is none (no knee mode, or the knee or exponent is not positive).
    /// </summary>
    public double KneeFrequency => Knee > 0 && Exponent > 0 ? Math.Pow(Knee, 1 / Exponent) : double.NaN;
}

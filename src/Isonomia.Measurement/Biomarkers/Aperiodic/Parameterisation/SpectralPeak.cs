namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;

/// <summary>One peak of a parameterised spectrum.</summary>
/// <param name="Frequency">Centre, in Hz.</param>
/// <param name="Power">
/// Height of the whole model above the aperiodic component at the bin nearest the centre, in log10 power: where peaks
/// overlap it includes the neighbours' part.
/// </param>
/// <param name="Bandwidth">Two standard deviations of the Gaussian, in Hz.</param>
/// <param name="Height">Height of the Gaussian itself, in log10 power.</param>
public readonly record struct SpectralPeak(double Frequency, double Power, double Bandwidth, double Height)
{
    /// <summary>Standard deviation of the Gaussian, in Hz.</summary>
    public double StandardDeviation => Bandwidth / 2;
}

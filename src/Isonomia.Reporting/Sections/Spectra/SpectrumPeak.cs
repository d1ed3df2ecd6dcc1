namespace Isonomia.Reporting.Sections.Spectra;

/// <summary>A peak of a drawn spectrum.</summary>
/// <param name="Frequency">Its centre, in Hz.</param>
/// <param name="Height">Its height above the aperiodic component, in log10 power.</param>
internal sealed record SpectrumPeak(double Frequency, double Height);

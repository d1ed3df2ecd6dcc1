namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>Where a peak may be: the guess from which the joint fit starts.</summary>
/// <param name="Height">In log10 power above the aperiodic component.</param>
/// <param name="Centre">In Hz.</param>
/// <param name="Width">Standard deviation, in Hz.</param>
internal readonly record struct PeakCandidate(double Height, double Centre, double Width);

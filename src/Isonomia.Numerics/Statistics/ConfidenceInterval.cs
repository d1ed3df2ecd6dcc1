namespace Isonomia.Numerics.Statistics;

/// <summary>An estimate and the interval around it.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">Lower end; NaN where the method gives none.</param>
/// <param name="Upper">Upper end; NaN where the method gives none.</param>
/// <param name="StandardError">Standard error of the estimate.</param>
public readonly record struct ConfidenceInterval(double Estimate, double Lower, double Upper, double StandardError);

namespace Isonomia.Inference.Calibrating;

/// <summary>Simulation-based calibration: what posteriors of individuals drawn from the prior say about the truth.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Individuals">How many were tried.</param>
/// <param name="NotConverged">How many posteriors did not converge; they do not count.</param>
/// <param name="Quantities">Parameters, then coordinates.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record CalibrationResult(
    string Model, int Individuals, int NotConverged, IReadOnlyList<CalibratedQuantity> Quantities, double Seconds);

namespace Isonomia.Measurement.Synthesis.Disturbing;

/// <summary>Eye blinks: brief positive deflections over the forehead.</summary>
/// <param name="Count">How many, spread over the recording.</param>
/// <param name="PeakUv">Height over the forehead, in uV.</param>
public sealed record EyeBlinks(int Count, double PeakUv);

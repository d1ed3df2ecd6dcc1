namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>Where what is observed settles at a value of a parameter.</summary>
/// <param name="Parameter">The parameter's value.</param>
/// <param name="Low">The lowest observed value.</param>
/// <param name="High">The highest; the same at rest.</param>
/// <param name="FrequencyHz">How often it crosses its middle upwards; 0 at rest.</param>
public sealed record RhythmPoint(double Parameter, double Low, double High, double FrequencyHz);

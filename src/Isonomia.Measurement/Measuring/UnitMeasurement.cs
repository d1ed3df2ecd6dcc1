using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Measuring;

/// <summary>What was found of one unit (a cell, recorded or simulated) by itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Spikes">Spikes within the time that was measured.</param>
/// <param name="Biomarkers">Its numbers by biomarker name, in the library's order.</param>
public sealed record UnitMeasurement(string Name, int Spikes, IReadOnlyDictionary<string, Reading> Biomarkers);

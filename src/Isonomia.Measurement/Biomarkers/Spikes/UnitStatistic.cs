using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>A number that every unit of a population has, or the reason why not.</summary>
/// <param name="Name">Its name in the output.</param>
/// <param name="Unit">Its unit; <c>1</c> where it has none.</param>
/// <param name="Values">One for each unit, in the population's order.</param>
public sealed record UnitStatistic(string Name, string Unit, Measured[] Values);

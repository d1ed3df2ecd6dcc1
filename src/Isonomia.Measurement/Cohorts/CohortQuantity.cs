namespace Isonomia.Measurement.Cohorts;

/// <summary>What is compared: a quantity of a biomarker, in a part of it, on channels of a type.</summary>
/// <param name="Biomarker">The biomarker, or the parameters of a model.</param>
/// <param name="Part">The band or other part; empty for the whole.</param>
/// <param name="Name">The quantity's name.</param>
/// <param name="Type">The type of the channels, as tables spell it; empty where there are none.</param>
/// <param name="Unit">The unit; <c>1</c> where it has none.</param>
public sealed record CohortQuantity(string Biomarker, string Part, string Name, string Type, string Unit);

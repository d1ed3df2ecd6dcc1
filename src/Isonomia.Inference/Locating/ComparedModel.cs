namespace Isonomia.Inference.Locating;

/// <summary>A model beside others.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Evidence">Its evidence; null where its posterior did not converge.</param>
/// <param name="Probability">How probable it is among those with evidence, all alike probable before.</param>
/// <param name="ReducedChiSquare">How well it fits at best.</param>
/// <param name="WhyNot">Why it takes no part; null where it does.</param>
public sealed record ComparedModel(
    string Model, ModelEvidence? Evidence, double Probability, double ReducedChiSquare, string? WhyNot);

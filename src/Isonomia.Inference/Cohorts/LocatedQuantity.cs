namespace Isonomia.Inference.Cohorts;

/// <summary>One quantity of one channel of one recording, as its posterior has it.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Quantity">A coordinate, <c>margin</c>, or a parameter.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Mean">Mean of the posterior.</param>
/// <param name="Sd">Its standard deviation.</param>
/// <param name="Q05">Its 5 % quantile.</param>
/// <param name="Q50">Its median.</param>
/// <param name="Q95">Its 95 % quantile.</param>
public sealed record LocatedQuantity(
    string Channel, string Quantity, string Unit, double Mean, double Sd, double Q05, double Q50, double Q95);

namespace Isonomia.Restoration.Search;

/// <summary>What a plan is expected to do.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="ExpectedDistance">The mean of the distances to health.</param>
/// <param name="Restored">The probability of being inside the healthy range.</param>
/// <param name="Unstable">The probability of no stable steady state.</param>
/// <param name="Distances">The distance in each draw of person and effects.</param>
public sealed record Outcome(
    Plan Plan, double ExpectedDistance, double Restored, double Unstable, IReadOnlyList<double> Distances);

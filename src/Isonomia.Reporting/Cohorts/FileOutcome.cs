using Isonomia.Measurement.Bids;

namespace Isonomia.Reporting.Cohorts;

/// <summary>What became of a recording of a data set.</summary>
/// <param name="File">The recording.</param>
/// <param name="Measured">What is known of its measurement; null where it failed.</param>
/// <param name="WasKept">Whether the results of an earlier run were kept.</param>
/// <param name="Failure">Why it could not be measured; null where it could.</param>
public sealed record FileOutcome(BidsFile File, MeasuredFile? Measured, bool WasKept, string? Failure);

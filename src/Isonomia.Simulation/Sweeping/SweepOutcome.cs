using System.Collections.Immutable;

namespace Isonomia.Simulation.Sweeping;

/// <summary>What came of a run.</summary>
/// <param name="Values">The measures, in their order; null where one is undefined.</param>
/// <param name="Why">Why measures are undefined, or how the run failed; empty where all is well.</param>
/// <param name="HasFailed">Whether the run did not come to its end.</param>
public sealed record SweepOutcome(ImmutableArray<double?> Values, string Why, bool HasFailed = false);

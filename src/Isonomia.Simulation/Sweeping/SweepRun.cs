using System.Collections.Immutable;

namespace Isonomia.Simulation.Sweeping;

/// <summary>One run of a sweep.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Seed">The seed of its randomness.</param>
/// <param name="Values">The values it sets, one for each axis of the plan.</param>
public sealed record SweepRun(int Number, ulong Seed, ImmutableArray<SweepValue> Values);

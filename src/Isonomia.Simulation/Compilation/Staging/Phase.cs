using System.Collections.Immutable;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// A pass over a chunk of cells without calls in it: functions are computed between passes, for the whole chunk at
/// once, because a call for each vector would cost as much as the function itself.
/// </summary>
/// <param name="Lets">The intermediate values computed in it, in order.</param>
/// <param name="Keeps">Those that later phases read too, and the slot of scratch in which they are kept.</param>
/// <param name="Calls">The functions whose arguments it stores: they are computed behind it.</param>
internal sealed record Phase(
    ImmutableArray<Definition> Lets, ImmutableArray<PhaseKeep> Keeps, ImmutableArray<PhaseCall> Calls);

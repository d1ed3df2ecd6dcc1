using System.Collections.Immutable;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>A point of a branch of fixed points.</summary>
/// <param name="Parameter">The parameter's value, in SI base units.</param>
/// <param name="States">The states.</param>
/// <param name="Unstable">How many roots have a positive real part.</param>
public sealed record BranchPoint(double Parameter, ImmutableArray<double> States, int Unstable);

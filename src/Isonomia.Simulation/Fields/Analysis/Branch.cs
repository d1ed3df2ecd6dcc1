using System.Collections.Immutable;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>A branch of fixed points over a parameter.</summary>
/// <param name="Points">Its points, in order along it.</param>
/// <param name="Bifurcations">Its special points, in order along it.</param>
public sealed record Branch(ImmutableArray<BranchPoint> Points, ImmutableArray<Bifurcation> Bifurcations);

using System.Collections.Immutable;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>A special point of a branch.</summary>
/// <param name="Kind">What happens there.</param>
/// <param name="Parameter">The parameter's value, in SI base units.</param>
/// <param name="States">The states there.</param>
/// <param name="FrequencyHz">Of a Hopf bifurcation the frequency of what is born; otherwise 0.</param>
public sealed record Bifurcation(
    BifurcationKind Kind, double Parameter, ImmutableArray<double> States, double FrequencyHz);

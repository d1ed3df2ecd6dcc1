using System.Collections.Immutable;
using System.Numerics;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Reporting.Fields;

/// <summary>A fixed point and how it attracts or repels.</summary>
/// <param name="States">The states, in SI base units.</param>
/// <param name="Output">What is observed there; null without output.</param>
/// <param name="Stability">Its stability.</param>
/// <param name="Roots">The rightmost characteristic roots, in 1/s.</param>
public sealed record RestingPoint(
    ImmutableArray<double> States, double? Output, Stability Stability, ImmutableArray<Complex> Roots);

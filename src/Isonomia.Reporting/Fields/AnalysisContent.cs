using System.Collections.Immutable;
using System.Numerics;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Reporting.Fields;

/// <summary>What was found by analysing a field.</summary>
/// <param name="Name">The model as it was asked for.</param>
/// <param name="Model">The field.</param>
/// <param name="Points">Its fixed points.</param>
/// <param name="Provenance">What is needed to repeat it.</param>
public sealed record AnalysisContent(
    string Name, FieldModel Model, ImmutableArray<RestingPoint> Points, RunProvenance Provenance)
{
    /// <summary>The frequencies of the spectrum and the transfer functions, in hertz.</summary>
    public ImmutableArray<double> Frequencies { get; init; } = [];

    /// <summary>
    /// The one-sided density of what is observed at the stable fixed point nearest to the initial values; empty without
    /// one, without output or without noise.
    /// </summary>
    public ImmutableArray<double> Density { get; init; } = [];

    /// <summary>The transfer function from each noise to what is observed, in the uniform mode.</summary>
    public ImmutableArray<(string Noise, ImmutableArray<Complex> Gain)> Transfers { get; init; } = [];

    /// <summary>The parameter that was varied; null for none.</summary>
    public ModelParameter? Varied { get; init; }

    /// <summary>Branches of fixed points over it.</summary>
    public ImmutableArray<Branch> Branches { get; init; } = [];

    /// <summary>Where what is observed settles over it.</summary>
    public ImmutableArray<RhythmPoint> Rhythm { get; init; } = [];

    /// <summary>What is observed at a state and a value of the varied parameter; the first state without output.</summary>
    public Func<double, ImmutableArray<double>, double> Observed { get; init; } = (_, states) => states[0];

    /// <summary>What is doubtful or could not be done.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

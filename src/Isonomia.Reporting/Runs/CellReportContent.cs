using System.Collections.Immutable;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Fields.Forward;
using Isonomia.Simulation.PhasePlanes;
using Isonomia.Simulation.Reference;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs;

/// <summary>What the report of a simulated cell shows.</summary>
/// <param name="Model">The cell as it ran, its inputs among its equations.</param>
/// <param name="Run">What it did.</param>
/// <param name="Choices">How each block of equations was stepped, and why: pairs of states and reason.</param>
/// <param name="Provenance">What is needed to repeat it.</param>
public sealed record CellReportContent(
    CellModel Model, RunResult Run, ImmutableArray<(string States, string Reason)> Choices, RunProvenance Provenance)
{
    /// <summary>The values of the parameters in this run, in SI base units.</summary>
    public required ImmutableSortedDictionary<string, double> ParameterValues { get; init; }

    /// <summary>Whether it is a field, whose regions take the place of cells.</summary>
    public bool IsField { get; init; }

    /// <summary>The f-I curve, where one was asked for.</summary>
    public FrequencyCurve? Curve { get; init; }

    /// <summary>The phase plane, for models of two variables.</summary>
    public PhasePlaneView? Plane { get; init; }

    /// <summary>How far the run is from the adaptive reference, where that was asked for.</summary>
    public ReferenceComparison? Reference { get; init; }

    /// <summary>What the BOLD of a field shows, where that was asked for.</summary>
    public BoldAnalysis? Bold { get; init; }

    /// <summary>What is doubtful: a step too long, a cell that never fired.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

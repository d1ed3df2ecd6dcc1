using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>What the report and <c>run.json</c> of a simulated circuit show.</summary>
/// <param name="Circuit">The circuit as it ran.</param>
/// <param name="Run">What it did.</param>
/// <param name="Provenance">What is needed to repeat it.</param>
public sealed record CircuitReportContent(CircuitModel Circuit, RunResult Run, RunProvenance Provenance)
{
    /// <summary>What is doubtful: a step too long, weights kept coarsely.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

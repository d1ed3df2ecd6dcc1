using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Integration.Stability;
using Isonomia.Modeling.Models;

namespace Isonomia.Simulation.Reference;

/// <summary>Tells whether a step is too long for a cell, along the way that the cell really takes.</summary>
public static class StepAdvice
{
    // Enough to meet every phase of a few spikes.
    private const int Samples = 1000;

    /// <summary>Warnings about a step, from the cell's adaptive run; from its initial state alone where that fails.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="program">Its step.</param>
    /// <param name="dt">The length of a step, in seconds.</param>
    /// <param name="options">The run: its inputs, and how long to look (some 50 ms tell most).</param>
    public static ImmutableArray<StabilityWarning> Examine(
        CellModel cell, StepProgram program, double dt, ReferenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(options);
        var check = new StabilityCheck(cell.Equations, program, dt);
        var grid = Enumerable.Range(0, Samples).Select(k => options.Duration * k / (Samples - 1.0)).ToImmutableArray();
        ReferenceRun? run = null;
        try
        {
            run = ReferenceRun.Of(cell, options with { Dt = dt, SampleTimes = grid, Recorded = check.Variables });
        }
        catch (IntegrationException)
        {
            // The state at the start still tells something.
        }

        var values = new double[check.Variables.Length];
        if (run is null)
        {
            var start = new CellValues(cell);
            start.Initialise(options.Values.SetItem("dt", dt));
            for (var i = 0; i < values.Length; i++)
                values[i] = start[check.Variables[i]];
            check.Look(values);
        }

        for (var k = 0; run is not null && k < grid.Length; k++)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = run.Trace(check.Variables[i])[k];
            check.Look(values);
        }

        return check.Warnings();
    }
}

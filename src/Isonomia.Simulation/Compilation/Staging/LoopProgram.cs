using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// What compiled code does, stage by stage: values of the run, of each cell, of each step; then for every cell a
/// straight-line program, and another for the cells that spike.
/// </summary>
internal sealed record LoopProgram
{
    /// <summary>The rows of a block of cells: what the program keeps from step to step, in order.</summary>
    public required ImmutableArray<string> Rows { get; init; }

    /// <summary>Rows whose numbers must be finite.</summary>
    public ImmutableArray<string> Checked { get; init; } = [];

    /// <summary>Arrays that are read, one number a cell: inputs, then <see cref="CellValues"/>.</summary>
    public required ImmutableArray<string> Streams { get; init; }

    /// <summary>
    /// Arrays of what arrives, one 32-bit integer a cell, which are cleared as they are read.
    /// </summary>
    public ImmutableArray<string> Arrivals { get; init; } = [];

    /// <summary>Numbers of the run, rounded to the element type.</summary>
    public required ImmutableArray<Definition> Constants { get; init; }

    /// <summary>Numbers of each cell, rounded to the element type.</summary>
    public required ImmutableArray<Definition> CellValues { get; init; }

    /// <summary>Numbers of the run, in double precision, that values of a step read.</summary>
    public required ImmutableArray<Definition> StepConstants { get; init; }

    /// <summary>Values of a step, over t and its constants, computed in double precision.</summary>
    public required ImmutableArray<Definition> StepValues { get; init; }

    /// <summary>What is done for every cell.</summary>
    public required StraightLine Update { get; init; }

    /// <summary>How the update is divided into passes over chunks of cells.</summary>
    public required PhasePlan Phases { get; init; }

    /// <summary>Where a cell spikes; over the names of <see cref="Update"/>.</summary>
    public Expression? Spike { get; init; }

    /// <summary>What is done for cells that spike; reads what <see cref="Update"/> stored.</summary>
    public StraightLine Reset { get; init; } = StraightLine.Nothing;

    /// <summary>The names of all draws' sites, in the order in which code counts them.</summary>
    public required ImmutableArray<string> Sites { get; init; }

    /// <summary>
    /// The slots of scratch, each for one number of every cell of a chunk; those of the reset's draws last.
    /// </summary>
    public int Slots => Phases.Slots + Reset.Slots.Length;
}

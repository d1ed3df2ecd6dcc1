using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Lowering;

/// <summary>What a loop keeps and stores, before it is sorted into stages.</summary>
/// <param name="Rows">What is kept for each cell.</param>
/// <param name="Update">New values of rows (or outputs), over those at the start.</param>
/// <param name="Spike">
/// Where cells spike, over start and end ("_end_v") of the step; null for cells that never do.
/// </param>
/// <param name="Reset">New values of rows where cells spiked, over those at the end of the step.</param>
internal sealed record Stores(
    ImmutableArray<string> Rows, ImmutableArray<Definition> Update, Expression? Spike,
    ImmutableArray<Definition> Reset);

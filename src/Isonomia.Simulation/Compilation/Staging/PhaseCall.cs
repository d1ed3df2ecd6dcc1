using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>A function of each cell, computed for a chunk of cells.</summary>
/// <param name="Name">What its value is called.</param>
/// <param name="Node">The function over its arguments.</param>
/// <param name="Slot">The slot of scratch of its first argument, which its value replaces.</param>
/// <param name="Second">The slot of its second argument, or -1.</param>
internal sealed record PhaseCall(string Name, Expression Node, int Slot, int Second);

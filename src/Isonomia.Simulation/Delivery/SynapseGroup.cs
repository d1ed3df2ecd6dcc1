using Isonomia.Simulation.Connectivity;

namespace Isonomia.Simulation.Delivery;

/// <summary>What a projection brings to the cells of one block.</summary>
/// <param name="Edges">The projection's synapses.</param>
/// <param name="Source">Index of the source population.</param>
/// <param name="FirstTarget">The first cell of the target population in the block.</param>
/// <param name="EndTarget">The cell behind the last.</param>
/// <param name="Slot">The slot of the first cell at the projection's port.</param>
/// <param name="Quantum">What one unit of a weight is worth, in SI base units.</param>
internal sealed record SynapseGroup(
    ProjectionEdges Edges, int Source, int FirstTarget, int EndTarget, int Slot, double Quantum);

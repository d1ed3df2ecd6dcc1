namespace Isonomia.Simulation.Tests.Connectivity;

/// <summary>A synapse as drawn.</summary>
internal readonly record struct DrawnEdge(int Source, int Target, double Weight, int Delay);

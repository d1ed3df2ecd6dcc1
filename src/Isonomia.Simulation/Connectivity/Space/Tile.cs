namespace Isonomia.Simulation.Connectivity.Space;

/// <summary>Neighbouring cells: the bounds of their places, and where they stand in the order of tiles.</summary>
internal readonly record struct Tile(double Left, double Right, double Bottom, double Top, int First, int Count);

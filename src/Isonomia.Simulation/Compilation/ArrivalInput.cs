using Isonomia.Modeling.Circuits;

namespace Isonomia.Simulation.Compilation;

/// <summary>
/// A port at which spikes arrive, as compiled code reads it: a number of each cell, which is added and then cleared.
/// </summary>
/// <param name="Port">The port and what arrives does.</param>
/// <param name="IsInteger">
/// Whether the number is a 32-bit integer, to be multiplied by the port's quantum; otherwise it is of the population's
/// element type, in SI base units.
/// </param>
public sealed record ArrivalInput(ArrivalPort Port, bool IsInteger)
{
    internal string Stream => "_arrive_" + Port.Name;

    internal string Quantum => "_quantum_" + Port.Name;
}

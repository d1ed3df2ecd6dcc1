using Isonomia.Modeling.Circuits;

namespace Isonomia.Simulation.Compilation;

/// <summary>
/// A port at which spikes arrive, as compiled code reads it: a 32-bit integer for each cell, which is multiplied by the
/// port's quantum, added, and then cleared.
/// </summary>
/// <param name="Port">The port and what arrives does.</param>
public sealed record ArrivalInput(ArrivalPort Port)
{
    internal string Stream => "_arrive_" + Port.Name;

    internal string Quantum => "_quantum_" + Port.Name;
}

using System.Runtime.InteropServices;

namespace Isonomia.Simulation.Synapses.Kernels;

/// <summary>What a call of a synapse's event code is given.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct EventFrame
{
    /// <summary>The synapses' records; see <see cref="SynapseRecord"/>.</summary>
    public nint Records;

    /// <summary>The numbers of the synapses that the event concerns, 32 bits each; 0 where they follow each
    /// other.</summary>
    public nint Order;

    /// <summary>What states become between events; see <see cref="Propagation"/>.</summary>
    public nint Factors;

    /// <summary>Accumulators of what arrives at the port, 32 bits each, counted from the population's cell 0.</summary>
    public nint Arrivals;

    /// <summary>The states of the target population's cells.</summary>
    public nint Cells;

    /// <summary>Addresses of arrays of parameters that differ between the targets, one number a cell.</summary>
    public nint CellValues;

    /// <summary>Time of the event in seconds.</summary>
    public double Time;

    /// <summary>Time of the event in steps, modulo 2^32.</summary>
    public int Step;

    /// <summary>Set to 1 + the number of a synapse that transmitted more than foreseen, or what is not a
    /// number.</summary>
    public int Excess;
}

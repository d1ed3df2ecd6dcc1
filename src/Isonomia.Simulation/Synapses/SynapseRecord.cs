using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Synapses;

/// <summary>
/// Where things lie in the record of a synapse: the target (32 bits), the time up to which its states are known, in
/// steps (32 bits), then the states, the weight first. One record is one or two cache lines at most, because a spike of
/// the target touches synapses that are far from each other.
/// </summary>
/// <param name="Precision">The numbers in which states are kept.</param>
/// <param name="States">The number of states.</param>
internal readonly record struct SynapseRecord(Precision Precision, int States)
{
    /// <summary>Where the target stands.</summary>
    public const int Target = 0;

    /// <summary>Where the time stands.</summary>
    public const int Updated = 4;

    /// <summary>Where the first state stands.</summary>
    public const int FirstState = 8;

    /// <summary>The size of a number.</summary>
    public int NumberBytes => Precision == Precision.Double ? sizeof(double) : sizeof(float);

    /// <summary>The size of a record.</summary>
    public int Bytes => FirstState + States * NumberBytes;
}

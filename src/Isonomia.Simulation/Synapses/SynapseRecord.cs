using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Synapses;

/// <summary>
/// Where things lie in the record of a synapse: the target (32 bits), the time up to which its states are known, in
/// steps (32 bits), its place among the target's synapses where events draw (32 bits), then the states, the weight first.
/// One record is one or two cache lines at most, because a spike of the target touches synapses that are far from each
/// other.
/// </summary>
/// <param name="Precision">The numbers in which states are kept.</param>
/// <param name="States">The number of states.</param>
/// <param name="Draws">Whether events draw random numbers.</param>
internal readonly record struct SynapseRecord(Precision Precision, int States, bool Draws)
{
    /// <summary>The record of a synapse.</summary>
    public static SynapseRecord Of(SynapseModel synapse, Precision precision) => new(
        precision, 1 + synapse.States.Length, synapse.OnPre.Concat(synapse.OnPost).Any(a => Postorder.Of(a.Value).Exists(
            n => n.Operator is Operator.Normal or Operator.Uniform)));

    /// <summary>Where the target stands.</summary>
    public const int Target = 0;

    /// <summary>Where the time stands.</summary>
    public const int Updated = 4;

    /// <summary>Where the place among the target's synapses stands, if anywhere.</summary>
    public const int Place = 8;

    /// <summary>Where the first state stands.</summary>
    public int FirstState => Draws ? 12 : 8;

    /// <summary>The size of a number.</summary>
    public int NumberBytes => Precision == Precision.Double ? sizeof(double) : sizeof(float);

    /// <summary>The size of a record.</summary>
    public int Bytes => FirstState + States * NumberBytes;
}

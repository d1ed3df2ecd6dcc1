using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Compilation.Emission;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Synapses.Kernels;

namespace Isonomia.Simulation.Synapses;

/// <summary>The compiled rule of a projection's synapses: what an arrival does, what a spike of the target
/// does.</summary>
internal sealed class SynapseCode
{
    private SynapseCode(
        SynapseModel synapse, IReadOnlyDictionary<string, Expression> parameters, TargetValues targets,
        SynapseRecord record, Propagation propagation) =>
        (Synapse, Parameters, Targets, Record, Propagation) = (synapse, parameters, targets, record, propagation);

    /// <summary>The synapse.</summary>
    public SynapseModel Synapse { get; }

    /// <summary>Its parameters' values.</summary>
    public IReadOnlyDictionary<string, Expression> Parameters { get; }

    /// <summary>What is read of the targets' cells.</summary>
    public TargetValues Targets { get; }

    /// <summary>How a synapse is kept.</summary>
    public SynapseRecord Record { get; }

    /// <summary>What its states become between events.</summary>
    public Propagation Propagation { get; }

    /// <summary>What the arrival of a spike does.</summary>
    public required EventFunction OnPre { get; init; }

    /// <summary>What a spike of the target does; null where it does nothing.</summary>
    public required EventFunction? OnPost { get; init; }

    /// <summary>The time step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>Compiles a synapse.</summary>
    /// <param name="synapse">The synapse.</param>
    /// <param name="targets">The population it reaches; null where it only sends spikes.</param>
    /// <param name="sourceSize">The size of the population it comes from.</param>
    /// <param name="targetSize">The size of the population it reaches.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="precision">The numbers in which states are kept: the population's own.</param>
    /// <param name="quantum">What one unit of what arrives at the port is worth, in SI base units.</param>
    /// <param name="most">The most units that one synapse may transmit.</param>
    /// <param name="sites">What its draws are keyed by.</param>
    /// <exception cref="ProjectionException">The rule cannot be compiled; the message says why.</exception>
    public static SynapseCode Compile(
        SynapseModel synapse, Population? targets, int sourceSize, int targetSize, double dt, Precision precision,
        double quantum, int most, EventSites sites)
    {
        var parameters = SynapseParameters.Of(synapse);
        var (rates, constants) = SynapseRates.Of(synapse, parameters);
        var values = new TargetValues(targets);
        var record = SynapseRecord.Of(synapse, precision);
        var propagation = Propagation.Of(rates, constants, dt, precision);
        var known = new Dictionary<string, Expression>(parameters, StringComparer.Ordinal)
        {
            ["dt"] = Expression.Constant(dt, Modeling.Units.Dimension.Time),
            ["N_pre"] = Expression.Integer(sourceSize),
            ["N_post"] = Expression.Integer(targetSize),
        };
        EventFunction Emit(bool isPost) => new EventEmitter(
            synapse, isPost, known, values, record, propagation, Lanes.Of(precision, LaneWidth.Scalar), quantum, most, sites)
            .Emit();
        return new SynapseCode(synapse, parameters, values, record, propagation)
        {
            OnPre = Emit(false),
            OnPost = synapse.OnPost.IsEmpty ? null : Emit(true),
            Dt = dt,
        };
    }
}

using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Delivery;

namespace Isonomia.Simulation.Synapses;

/// <summary>The synapses of one plastic projection onto the cells of one block.</summary>
internal sealed unsafe class PlasticGroup
{
    private readonly int source;
    private readonly long cellZero;

    /// <summary>Draws the synapses.</summary>
    /// <param name="rule">The projection.</param>
    /// <param name="part">The cells of its target in the block.</param>
    /// <param name="sourceSize">The size of the source population.</param>
    public PlasticGroup(PlasticRule rule, CellPart part, int sourceSize)
    {
        (Rule, source) = (rule, rule.Projection.Source);
        cellZero = part.Slots[rule.Port] - part.First;
        Table = PlasticTable.Build(rule.Code, rule.Edges, rule.Start, sourceSize, part.First, part.Cells);
    }

    /// <summary>The projection.</summary>
    public PlasticRule Rule { get; }

    /// <summary>Index of the target population.</summary>
    public int Target => Rule.Projection.Target;

    /// <summary>The synapses.</summary>
    public PlasticTable Table { get; }

    /// <summary>Delivers what arrives at the end of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="histories">The spikes that each thread's cells sent.</param>
    /// <param name="slots">The block's accumulators.</param>
    public void Deliver(long step, SpikeHistory[] histories, int* slots)
    {
        var end = (int)Math.Min(Table.FirstDelay + Table.Delays, step + 1);
        for (var delay = Table.FirstDelay; delay < end; delay++)
        {
            foreach (var history in histories)
            {
                var spikes = history.Of(step - delay, source);
                if (!spikes.IsEmpty)
                    Table.Deliver(spikes, delay, step, slots + cellZero);
            }
        }
    }
}

using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Synapses;

namespace Isonomia.Simulation.Tests.Synapses;

/// <summary>Synapses with states of their own between two populations, driven by spikes that are given.</summary>
internal sealed unsafe class PlasticProjection
{
    public const double Dt = 1e-4;
    public const double Quantum = 1e-8;
    private readonly PlasticTable[] tables;
    private readonly int[] arrivals;
    private readonly int[] ends;

    /// <summary>Synapses at their start.</summary>
    /// <param name="synapse">The synapse.</param>
    /// <param name="rule">Who is connected.</param>
    /// <param name="sources">The number of sources.</param>
    /// <param name="targets">The number of targets.</param>
    /// <param name="delay">The delays.</param>
    /// <param name="weight">The weights.</param>
    /// <param name="precision">The numbers of the states.</param>
    /// <param name="cells">The targets' cells.</param>
    /// <param name="parts">How many ranges of targets there are.</param>
    public PlasticProjection(
        SynapseModel synapse, ConnectionRule rule, int sources, int targets, SynapticValue? delay = null,
        SynapticValue? weight = null, Precision precision = Precision.Double, Population? cells = null, int parts = 1)
    {
        var projection = new ProjectionModel
        {
            Name = "p",
            Source = 0,
            Target = 1,
            Port = "x",
            Rule = rule,
            Synapse = synapse,
            Weight = weight ?? new SynapticValue.Constant(1),
            Delay = delay ?? new SynapticValue.Constant(Dt),
        };
        var edges = new ProjectionEdges(
            projection, new PopulationModel { Name = "A", Size = sources },
            new PopulationModel { Name = "B", Size = targets }, 1, Dt);
        var code = SynapseCode.Compile(synapse, cells, sources, targets, Dt, precision, Quantum, int.MaxValue / 4, new EventSites(1, "p"));
        var start = new SynapseStart(synapse, code.Parameters, 1, "p");
        ends = [.. Enumerable.Range(0, parts + 1).Select(k => targets * k / parts)];
        tables = [.. Enumerable.Range(0, parts).Select(
            k => PlasticTable.Build(code, edges, start, sources, ends[k], ends[k + 1]))];
        arrivals = new int[targets];
    }

    public IReadOnlyList<PlasticTable> Tables => tables;

    /// <summary>What has arrived at a target since it was last asked.</summary>
    public double Arrived(int target = 0)
    {
        var sum = arrivals[target] * Quantum;
        arrivals[target] = 0;
        return sum;
    }

    /// <summary>A spike of sources arrives at the end of a step, after a delay of one step or as said.</summary>
    public void Pre(long step, int delay = 1, params ReadOnlySpan<int> sources)
    {
        fixed (int* first = arrivals)
        {
            foreach (var table in tables)
                table.Deliver(sources, delay, step, first);
        }
    }

    /// <summary>Targets spike at the end of a step.</summary>
    public void Post(long step, params ReadOnlySpan<int> cells)
    {
        for (var k = 0; k < tables.Length; k++)
        {
            var (first, end) = (ends[k], ends[k + 1]);
            tables[k].PostSpikes([.. cells.ToArray().Where(c => c >= first && c < end)], step);
        }
    }

    /// <summary>A state of all synapses.</summary>
    public double[] State(int state = 0)
    {
        var values = new List<double>();
        foreach (var table in tables)
        {
            var part = new double[table.Count];
            table.Read(state, part);
            values.AddRange(part);
        }

        return [.. values];
    }
}

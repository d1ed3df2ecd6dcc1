using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Connectivity;

namespace Isonomia.Simulation.Tests.Connectivity;

/// <summary>Projections for tests, and their synapses as a list.</summary>
internal static class DrawnEdges
{
    public static readonly SynapticValue.Constant One = new(1);
    public static readonly SynapticValue.Constant Millisecond = new(1e-3);
    public static readonly SynapticValue.Normal Noisy = new(2, 0.5);
    public static readonly SynapticValue.Normal NoisyDelay = new(1.5e-3, 0.75e-3) { Minimum = 0.1e-3 };

    public static ProjectionEdges Of(
        ConnectionRule rule, int sources, int targets, ulong seed = 1, bool autapses = true, bool multapses = true,
        SynapticValue? weight = null, SynapticValue? delay = null, bool isRecurrent = false,
        PopulationSpace? space = null)
    {
        var projection = new ProjectionModel
        {
            Name = "A->B x",
            Source = 0,
            Target = isRecurrent ? 0 : 1,
            Port = "x",
            Rule = rule,
            Autapses = autapses,
            Multapses = multapses,
            Weight = weight ?? One,
            Delay = delay ?? Millisecond,
        };
        var source = new PopulationModel { Name = "A", Size = sources, Space = space };
        var target = isRecurrent ? source : new PopulationModel { Name = "B", Size = targets, Space = space };
        return new ProjectionEdges(projection, source, target, seed, 1e-4);
    }

    public static List<DrawnEdge> List(this ProjectionEdges edges, int first, int end, bool needWeights = true)
    {
        var list = new List<DrawnEdge>();
        edges.Generate(
            first, end,
            batch =>
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    list.Add(new DrawnEdge(
                        batch.Sources[i], batch.Targets[i], needWeights ? batch.Weights[i] : 0, batch.DelaySteps[i]));
                }
            },
            needWeights);
        return list;
    }

    public static int[] Counts(this IEnumerable<int> cells, int size)
    {
        var counts = new int[size];
        foreach (var cell in cells)
            counts[cell]++;
        return counts;
    }

    /// <summary>Standardised distance of a chi-square statistic of counts from its mean: about normal.</summary>
    public static double Evenness(int[] counts, double expected, double varianceShare = 1)
    {
        var statistic = counts.Sum(c => (c - expected) * (c - expected) / (expected * varianceShare));
        return (statistic - counts.Length) / Math.Sqrt(2.0 * counts.Length);
    }
}

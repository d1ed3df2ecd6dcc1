using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Tests.Connectivity;

namespace Isonomia.Simulation.Tests.Synapses;

/// <summary>Where synapses are kept changes nothing: threads, ranges of targets, checkpoints.</summary>
public class PlasticTableTests
{
    private const int Sources = 120, Targets = 90, Steps = 400;
    private static readonly SynapticValue Weights = new SynapticValue.Normal(1, 0.2) { Minimum = 0 };
    private static readonly SynapticValue Delays = new SynapticValue.Uniform(1e-4, 2e-3);

    private static readonly SynapseText Rule = new()
    {
        Parameters = { ["tau"] = 20e-3 },
        States = { ["apre"] = ("-apre/tau", "rand()"), ["apost"] = ("-apost/tau", "0.1*randn()") },
        OnPre = "apre = apre + 1\nw = w - 0.01*apost\n_transmitted = w*apre",
        OnPost = "apost = apost + 1\nw = w + 0.01*apre",
    };

    [Fact]
    public void Each_synapse_receives_its_sources_spikes_after_its_own_delay()
    {
        // Reference: the list of synapses, delivered one by one.
        var rule = new ConnectionRule.InDegree(15);
        var synapse = new SynapseText { OnPre = "_transmitted = w" }.Model();
        var projection = new PlasticProjection(synapse, rule, Sources, Targets, Delays, Weights);
        var edges = Edges(rule).List(0, Targets);
        var expected = new double[Targets];
        for (var delay = 1; delay <= 20; delay++)
        {
            projection.Pre(100, delay, 3, 77);
            foreach (var edge in edges.Where(e => e.Source is 3 or 77 && e.Delay == delay))
                expected[edge.Target] += edge.Weight;
        }

        Assert.Equal(
            expected.Select(x => Math.Round(x, 6)),
            Enumerable.Range(0, Targets).Select(t => Math.Round(projection.Arrived(t), 6)));
        Assert.Equal(edges.Select(e => e.Weight), projection.State());
        Assert.Equal(edges.Count(e => e.Source is 3 or 77), projection.Tables.Sum(t => t.Events));
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Any_division_of_the_targets_gives_the_same_bits(Precision precision)
    {
        foreach (var rule in new ConnectionRule[]
        {
            new ConnectionRule.InDegree(15), new ConnectionRule.OutDegree(9), new ConnectionRule.Probability(0.1),
        })
        {
            var whole = Run(rule, 1, precision);
            foreach (var parts in new[] { 2, 3, 7 })
            {
                var divided = Run(rule, parts, precision);
                Assert.Equal(whole.Arrived, divided.Arrived);
                Assert.Equal(whole.States, divided.States);
            }
        }
    }

    [Fact]
    public void A_run_goes_on_from_what_was_saved_even_with_another_division()
    {
        var rule = new ConnectionRule.InDegree(15);
        var whole = Run(rule, 1, Precision.Single);
        using var memory = new MemoryStream();
        var first = New(rule, 3, Precision.Single);
        var arrived = Drive(first, 0, Steps / 2);
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            foreach (var table in first.Tables)
                table.Save(writer);
        }

        memory.Position = 0;
        var second = New(rule, 2, Precision.Single);
        using (var reader = new BinaryReader(memory))
        {
            foreach (var table in second.Tables)
                table.Load(reader);
        }

        Assert.Equal(whole.Arrived, arrived.Concat(Drive(second, Steps / 2, Steps)));
        Assert.Equal(whole.States, States(second));
    }

    [Fact]
    public void Drawn_initial_values_differ_from_synapse_to_synapse()
    {
        var initial = New(new ConnectionRule.InDegree(15), 1, Precision.Double).State(1);
        Assert.Equal(initial.Length, initial.Distinct().Count());
        Assert.Equal(0.5, initial.Average(), 4 / Math.Sqrt(12.0 * initial.Length));
    }

    private static Simulation.Connectivity.ProjectionEdges Edges(ConnectionRule rule) => new(
        new ProjectionModel
        {
            Name = "p",
            Source = 0,
            Target = 1,
            Port = "x",
            Rule = rule,
            Weight = Weights,
            Delay = Delays,
        },
        new PopulationModel { Name = "A", Size = Sources }, new PopulationModel { Name = "B", Size = Targets },
        1, 1e-4);

    private static PlasticProjection New(ConnectionRule rule, int parts, Precision precision) => new(
        Rule.Model(), rule, Sources, Targets, Delays, Weights, precision, parts: parts);

    private static (double[] Arrived, double[] States) Run(ConnectionRule rule, int parts, Precision precision)
    {
        var projection = New(rule, parts, precision);
        return (Drive(projection, 0, Steps), States(projection));
    }

    private static double[] States(PlasticProjection projection) =>
        [.. projection.State(0), .. projection.State(1), .. projection.State(2)];

    // Spikes that depend on the step alone.
    private static double[] Drive(PlasticProjection projection, int first, int end)
    {
        var arrived = new List<double>();
        for (var step = first; step < end; step++)
        {
            for (var delay = 1; delay <= 20; delay++)
                projection.Pre(step, delay, Some(step - delay, Sources, 1));
            projection.Post(step, Some(step, Targets, 2));
            arrived.AddRange(Enumerable.Range(0, Targets).Select(projection.Arrived));
        }

        return [.. arrived];
    }

    private static int[] Some(int step, int size, int salt) =>
        [.. Enumerable.Range(0, size).Where(i => ((step + 1) * 7919 + i * 104729 + salt * 15485863) % 97 == 0)];
}

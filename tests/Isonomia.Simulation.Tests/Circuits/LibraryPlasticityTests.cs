using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Simulation.Circuits;

namespace Isonomia.Simulation.Tests.Circuits;

/// <summary>The library's plasticity rules in circuits, read from YAML and run.</summary>
public class LibraryPlasticityTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(8)]
    public void Inhibition_that_learns_brings_excitatory_cells_to_the_target_rate(double rate)
    {
        // Vogels et al. 2011 (doi:10.1126/science.1211095): the rule's fixed point. A tenth of the published size, with
        // a larger learning rate and higher targets than the published 3 Hz, so that it gets there in seconds.
        var circuit = Vogels(("rate", $"{rate} Hz"), ("eta", "0.3 nS"));
        using var run = new CircuitRun(circuit, new CircuitRunSettings { Threads = 2, Duration = 5 });
        var cells = run.Run().Populations[0];
        var last = cells.SpikeTimes.Count(t => t >= 4) / (double)cells.Size;
        Assert.InRange(last, 5 * rate / 6, 7 * rate / 6);
    }

    [Fact]
    public void Without_learning_they_fire_as_fast_as_refractoriness_lets_them()
    {
        using var run = new CircuitRun(Vogels(("eta", "0 nS")), new CircuitRunSettings { Duration = 0.5 });
        var cells = run.Run().Populations[0];
        Assert.InRange(cells.SpikeTimes.Count(t => t >= 0.25) / 0.25 / cells.Size, 80, 200);
    }

    [Theory]
    [InlineData(
        "plasticity/tsodyks-markram", new[] { .5, .2651, .1548, .1030, .0787, .0673, .0619, .0594, .0582, .0576 })]
    [InlineData(
        "plasticity/tsodyks-markram:facilitating",
        new[] { .05, .0901, .1196, .1403, .1546, .1645, .1718, .1772, .1816, .1852 })]
    public void Releases_at_20_hertz_reach_the_target_as_the_recursion_says(string receptor, double[] releases)
    {
        // The target's conductance jumps by the weight times what is released, and decays with 5 ms between spikes.
        var times = string.Join(", ", Enumerable.Range(0, 10).Select(k => $"{10 + 50 * k} ms"));
        var circuit = Model($$"""
            circuit: releases
            dt: 0.1 ms
            duration: 520 ms
            populations:
              S: {spikes: {kind: list, times: [{{times}}], cells: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}, size: 1}
              T: {cell: cells/lif-conductance, size: 1}
            projections:
              - {from: S, to: T, receptor: {{receptor}}, rule: {all_to_all: true}, weight: 1 nS, delay: 1 ms}
            probes:
              - {of: T, variables: [tsodyks_markram_g], every: 0.1 ms}
            """);
        using var run = new CircuitRun(circuit, new CircuitRunSettings());
        var g = run.Run().Probes[0].Values;
        var decay = Math.Exp(-0.1 / 5);
        var jumps = Enumerable.Range(1, g.Length - 1).Select(i => (g[i] - g[i - 1] * decay) / 1e-9)
            .Where(j => j > 1e-3).ToArray();
        Assert.Equal(10, jumps.Length);
        for (var k = 0; k < 10; k++)
            Assert.Equal(releases[k], jumps[k], 1e-4);
    }

    private static CircuitModel Vogels(params (string Name, string Value)[] parameters)
    {
        var bag = new DiagnosticBag();
        var circuit = (CircuitDescription)ModelFile.Find("vogels2011");
        foreach (var (name, value) in parameters.Append(("cells", "1000")).Append(("onset", "0 s")))
            circuit = SettingPath.Apply(circuit, "parameters." + name, value, bag);
        bag.ThrowIfErrors();
        return circuit.ToModel();
    }

    private static CircuitModel Model(string text)
    {
        var bag = new DiagnosticBag();
        var circuit = ModelFile.Parse(text, "test", bag);
        bag.ThrowIfErrors();
        return Assert.IsType<CircuitDescription>(circuit).ToModel();
    }
}

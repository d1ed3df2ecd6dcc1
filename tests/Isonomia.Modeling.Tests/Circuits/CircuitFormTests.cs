using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Building;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>A file, its description and the builder say the same of a circuit.</summary>
public class CircuitFormTests
{
    private const string Everything = """
        circuit: everything
        kind: balanced
        description: "All keys: of a circuit"
        source: Someone 2026, doi:10.1000/1
        parameters:
          g: {value: 5, meaning: "strength, of inhibition"}
          J: 0.1 mV
        dt: 0.1 ms
        duration: 2 s
        seed: 7
        populations:
          E: {cell: cells/lif, size: 16, class: E, layer: L4, values: {k: 2}, parameters: {tau: "normal(20 ms, 1 ms)"}, initial: {v: "uniform(-60 mV, -50 mV)"}, space: {kind: sheet, width: 1 mm, height: 1 mm, columns: 4, periodic: true, random: false}}
          S: {spikes: {kind: poisson, rate: 10 Hz}, size: round(2.4), class: E}
        projections:
          - {from: [E, S], to: E, name: first, receptor: {receptor: receptors/ampa, parameters: {tau: 2 ms}, name: fast}, values: {C: [0.1, 0.2]}, rule: {probability: C}, autapses: false, multapses: false, weight: {value: "normal(1 nS, 0.1 nS)", minimum: 0 nS, limit: redraw}, delay: 1.5 ms}
          - {from: E, to: E, receptor: receptors/delta, rule: {distance: {kernel: gaussian, peak: 0.5, width: 0.2 mm, cutoff: 0.6 mm}}, weight: J, delay: {conduction: {velocity: 0.3 m/s, offset: 0.5 ms}}}
        stimuli:
          - {kind: poisson, name: background, to: E, receptor: receptors/delta, rate: 1 kHz, weight: J, fraction: 0.5, start: 10 ms, stop: 1 s}
          - {kind: spikes, to: E, receptor: receptors/delta, times: [1 ms, 2 ms], spike_cells: [0, 1], weight: J}
          - {kind: current, to: E, value: "step(100 pA, 10 ms)", target: I_ext, cells: [0, 3]}
        probes:
          - {of: [E, S], spikes: true, rate: true, every: 1 ms}
          - {of: E, variables: [v, fast_g], cells: "0:10", every: 1 ms}
          - {of: E, currents: true, lfp: rws, every: 1 ms}
        variants:
          slow:
            parameters: {J: 0.05 mV}
            dt: 0.2 ms

        """;

    [Fact]
    public void Every_key_survives_writing_and_reading()
    {
        var first = Written.Circuit(Everything);
        Assert.Empty(Written.Mistakes(Everything));
        var written = ModelFile.Write(first);
        Assert.Equal(first, Written.Circuit(written));
        Assert.Equal(written, ModelFile.Write(Written.Circuit(written)));
        var text = written.ReplaceLineEndings("\n");
        foreach (var key in new[] { "seed: 7", "spike_cells: [0, 1]", "limit: redraw", "cutoff: 0.6 mm", "lfp: rws" })
            Assert.Contains(key, text);
    }

    [Fact]
    public void What_says_the_same_is_equal_and_what_differs_is_not()
    {
        Assert.Equal(Written.Circuit(Everything), Written.Circuit(Everything.Replace("dt: 0.1 ms", "dt:   0.1 ms")));
        Assert.NotEqual(Written.Circuit(Everything),
            Written.Circuit(Everything.Replace("weight: J, fraction", "weight: 2*J, fraction")));
    }

    [Fact]
    public void A_builder_writes_the_same_file()
    {
        var built = new CircuitBuilder("everything").Kind("balanced").Description("All keys: of a circuit")
            .Source("Someone 2026, doi:10.1000/1").Parameter("g", "5", "strength, of inhibition").Parameter("J",
                "0.1 mV")
            .Dt("0.1 ms").Duration("2 s").Seed(7)
            .Population("E", p => p.Cell("cells/lif").Size("16").Class("E").Layer("L4").Value("k", "2")
                .Parameter("tau", "normal(20 ms, 1 ms)").Initial("v", "uniform(-60 mV, -50 mV)")
                .Space("{kind: sheet, width: 1 mm, height: 1 mm, columns: 4, periodic: true, random: false}"))
            .Population("S", p => p.Spikes("{kind: poisson, rate: 10 Hz}").Size("round(2.4)").Class("E"))
            .Projection(p => p.From("E", "S").To("E").Name("first")
                .Receptor("{receptor: receptors/ampa, parameters: {tau: 2 ms}, name: fast}").Value("C", "[0.1, 0.2]")
                .Rule("{probability: C}").Autapses(false).Multapses(false)
                .Weight("{value: \"normal(1 nS, 0.1 nS)\", minimum: 0 nS, limit: redraw}").Delay("1.5 ms"))
            .Projection(p => p.From("E").To("E").Receptor("receptors/delta")
                .Rule("{distance: {kernel: gaussian, peak: 0.5, width: 0.2 mm, cutoff: 0.6 mm}}").Weight("J")
                .Delay("{conduction: {velocity: 0.3 m/s, offset: 0.5 ms}}"))
            .Stimulus("poisson", s => s.Name("background").To("E").Receptor("receptors/delta").Rate("1 kHz").Weight("J")
                .Fraction("0.5").Start("10 ms").Stop("1 s"))
            .Stimulus("spikes", s => s.To("E").Receptor("receptors/delta").Times("[1 ms, 2 ms]").SpikeCells("[0, 1]")
                .Weight("J"))
            .Stimulus("current", s => s.To("E").Value("step(100 pA, 10 ms)").Target("I_ext").Cells("[0, 3]"))
            .Probe(p => p.Of("E", "S").Spikes().Rate().Every("1 ms"))
            .Probe(p => p.Of("E").Variables("v", "fast_g").Cells("0:10").Every("1 ms"))
            .Probe(p => p.Of("E").Currents().Lfp("rws").Every("1 ms"));
        var read = Written.Circuit(Everything) with { Variants = [] };
        Assert.Equal(ModelFile.Write(read), ModelFile.Write(built.Describe()));
    }

    [Theory]
    [InlineData("parameters.J", "1 mV", "J: 1 mV")]
    [InlineData("J", "1 mV", "J: 1 mV")]
    [InlineData("dt", "0.05 ms", "dt: 0.05 ms")]
    [InlineData("seed", "9", "seed: 9")]
    [InlineData("populations.E.size", "25", "size: 25")]
    [InlineData("populations.E.parameters.tau", "15 ms", "parameters: {tau: 15 ms}")]
    [InlineData("populations.E.parameters.EL", "-70 mV", "parameters: {tau: \"normal(20 ms, 1 ms)\", EL: -70 mV}")]
    [InlineData("projections.0.weight", "3 nS", "weight: 3 nS")]
    [InlineData("projections.first.weight", "3 nS", "weight: 3 nS")]
    [InlineData("projections.first.weight.minimum", "1 pS", "minimum: 1 pS")]
    [InlineData("projections.first.values.C.1", "0.3", "C: [0.1, 0.3]")]
    [InlineData("projections.1.rule", "{in_degree: 3}", "rule: {in_degree: 3}")]
    [InlineData("stimuli.background.rate", "2 kHz", "rate: 2 kHz")]
    [InlineData("probes.1.variables", "[v]", "variables: [v]")]
    public void Everything_can_be_set_by_its_path(string path, string value, string expected)
    {
        var bag = new DiagnosticBag();
        var before = Written.Circuit(Everything);
        var changed = SettingPath.Apply(before, path, value, bag);
        Assert.Empty(bag.Found);
        Assert.NotEqual(before, changed);
        Assert.Contains(expected, ModelFile.Write(changed));
    }

    [Theory]
    [InlineData("parameters.K", "'everything' has no parameter 'K'")]
    [InlineData("populations.X.size", "has no population 'X'")]
    [InlineData("projections.7.weight", "has no projection '7'")]
    [InlineData("population.E.size", "did you mean 'populations'?")]
    [InlineData("projections.0.from.9", "there is nothing to set at")]
    public void A_path_that_leads_nowhere_is_told_of(string path, string expected)
    {
        var bag = new DiagnosticBag();
        SettingPath.Apply(Written.Circuit(Everything), path, "1", bag);
        Assert.Contains(expected, Assert.Single(bag.Found).Render());
    }

    [Fact]
    public void A_circuit_of_the_library_is_found_by_its_name()
    {
        Assert.Equal("circuits/brunel2000", ModelLibrary.FullName("brunel2000"));
        Assert.Equal("brunel2000", ModelFile.ReadCircuit("brunel2000").Name);
        Assert.Throws<ModelException>(() => ModelFile.ReadCircuit("cells/lif"));
    }
}

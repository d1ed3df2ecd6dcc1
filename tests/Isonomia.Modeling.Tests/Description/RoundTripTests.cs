using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Building;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Description;

/// <summary>A file, its description and the builder say the same.</summary>
public class RoundTripTests
{
    private const string Everything = """
        cell: everything
        kind: integrate-and-fire
        description: "All keys: of a cell, with a # and a 'quote'"
        source: Someone 2026, doi:10.1000/1
        parameters:
          C: {value: 281, unit: pF, meaning: "capacitance, of all", range: [1 pF, 1 nF]}
          tau: C/gL
          gL: 30 nS
        equations: |
          # a comment
          dv/dt = (gL*(EL - v) + I_ext)/C : volt (unless refractory)

          EL = -70*mV : volt
        threshold: v > -50*mV
        reset: |
          v = EL
          v += 1*mV
        refractory: 2 ms
        initial: {v: "uniform(-70 mV, -60 mV)"}
        input: 300 pA
        integrator: rk4
        dt: 0.1 ms
        duration: 1 s
        seed: 18446744073709551615
        variants:
          slow:
            description: Slower.
            source: Nobody 1999
            parameters: {gL: 3 nS}
            equations: |
              dv/dt = (gL*(-70*mV - v) + I_ext)/C : volt
            initial: {v: -60 mV}
            integrator: exponential-euler
            input: 0 pA
            dt: 0.2 ms
            duration: 2 s
            tests: [{for: 1 s, spikes: 0}]
        tests:
          - {source: "a, b", input: 1 pA, parameters: {gL: 1 nS}, initial: {v: 0 mV}, for: 1 s, after: 0.1 s, dt: 1 ms,
             spikes: [1, 2], rate: [1 Hz, 2 Hz], first_spike: [1 ms, 2 ms], last_spike: [1 s, 2 s], adaptation: [1, 2], interval_cv: [0, 1],
             interval_ratio: [1, 3], final: {v: [0 mV, 1 mV], EL: [0 V, 1 V]}, minimum: {v: [1 mV, 2 mV]}, maximum: {v: [3 mV, 4 mV]}}
        """;

    [Fact]
    public void Every_key_of_a_cell_survives_writing_and_reading()
    {
        var first = Parse(Everything);
        var written = ModelFile.Write(first);
        Assert.Equal(first, Parse(written));
        Assert.Equal(written, ModelFile.Write(Parse(written)));

        // The canonical form loses nothing: it has every key, and every word of the original but comments and layout.
        Assert.All(ModelKeys.Cell.Concat(ModelKeys.Variant).Concat(ModelKeys.Test).Concat(ModelKeys.Parameter)
            .Select(k => k.Name)
            .Except(["events", "weight", "v"]), key => Assert.Contains(key + ":", written));
        Assert.Equal(Words(Everything), Words(written));
    }

    [Fact]
    public void A_file_and_the_builder_describe_the_same_cell()
    {
        var built = new CellBuilder("everything")
            .Kind("integrate-and-fire").Description("All keys: of a cell, with a # and a 'quote'")
                .Source("Someone 2026, doi:10.1000/1")
            .Parameter("C", "281", "pF", "capacitance, of all", "1 pF", "1 nF").Parameter("tau", "C/gL")
                .Parameter("gL", "30 nS")
            .Equations("""
                # a comment
                dv/dt = (gL*(EL - v) + I_ext)/C : volt (unless refractory)

                EL = -70*mV : volt
                """)
            .Threshold("v > -50*mV").Reset("v = EL\nv += 1*mV").Refractory("2 ms")
            .Initial("v", "uniform(-70 mV, -60 mV)").Input("300 pA").Integrator(IntegrationMethod.RungeKutta4)
            .Dt("0.1 ms").Duration("1 s").Seed(ulong.MaxValue)
            .Variant("slow", v => v.Description("Slower.").Source("Nobody 1999").Parameter("gL", "3 nS")
                .Equations("dv/dt = (gL*(-70*mV - v) + I_ext)/C : volt").Initial("v", "-60 mV")
                    .Integrator(IntegrationMethod.ExponentialEuler)
                .Input("0 pA").Dt("0.2 ms").Duration("2 s")
                    .Test("1 s", t => t.Expect(ObservedQuantity.Spikes, "0", "0")))
            .Test("1 s", t => t.Source("a, b").Input("1 pA").Parameter("gL", "1 nS").Initial("v", "0 mV").After("0.1 s")
                .Dt("1 ms")
                .Expect(ObservedQuantity.Spikes, "1", "2").Expect(ObservedQuantity.Rate, "1 Hz", "2 Hz")
                .Expect(ObservedQuantity.FirstSpike, "1 ms", "2 ms").Expect(ObservedQuantity.LastSpike, "1 s", "2 s")
                .Expect(ObservedQuantity.Adaptation, "1", "2").Expect(ObservedQuantity.IntervalVariation, "0", "1")
                .Expect(ObservedQuantity.IntervalRatio, "1", "3").Expect(ObservedQuantity.Final, "v", "0 mV", "1 mV")
                .Expect(ObservedQuantity.Final, "EL", "0 V", "1 V")
                    .Expect(ObservedQuantity.Minimum, "v", "1 mV", "2 mV")
                .Expect(ObservedQuantity.Maximum, "v", "3 mV", "4 mV"))
            .Describe();
        Assert.Equal(Parse(Everything), built);
        Assert.NotEqual<ModelDescription>(Parse(Everything), built with { Seed = 1 });
    }

    [Fact]
    public void A_file_and_the_builder_describe_the_same_receptor()
    {
        var read = Parse("""
            receptor: plastic
            parameters: {tau: 5 ms, E: 0 mV}
            equations: |
              dg/dt = -g/tau : siemens
              I_syn = g*(E - v) : amp
            on_pre: g += w
            on_post: w *= 0.9
            state: synapse
            initial: {g: 1 nS}
            tests: [{events: [1 ms, 2 ms], weight: 1 nS, v: -65 mV, for: 5 ms, final: {g: [1 nS, 2 nS]}}]
            """);
        var built = new ReceptorBuilder("plastic")
            .Parameter("tau", "5 ms").Parameter("E", "0 mV")
            .Equations("dg/dt = -g/tau : siemens\nI_syn = g*(E - v) : amp")
            .OnPre("g += w").OnPost("w *= 0.9").State(StateLocation.Synapse).Initial("g", "1 nS")
            .Test("5 ms", t => t.Events("1 ms", "2 ms").Weight("1 nS").Potential("-65 mV")
                .Expect(ObservedQuantity.Final, "g", "1 nS", "2 nS"))
            .Describe();
        Assert.Equal(read, built);
        Assert.Equal(read, Parse(ModelFile.Write(read)));
    }

    [Fact]
    public void A_variant_changes_what_it_names_and_nothing_else()
    {
        var slow = Assert.IsType<CellDescription>(Parse(Everything).Variant("slow"));
        Assert.Equal("3 nS", slow.Parameters.Single(p => p.Name.Text == "gL").Value.Text);
        Assert.Equal("281", slow.Parameters.Single(p => p.Name.Text == "C").Value.Text);
        Assert.Equal(("0 pA", "0.2 ms", "-60 mV"), (slow.Input!.Text, slow.Dt!.Text, slow.Initial.Single().Value.Text));
        Assert.Equal(("exponential-euler", "v > -50*mV"), (slow.Integrator!.Text, slow.Threshold!.Text));
        Assert.Empty(slow.Variants);
    }

    [Fact]
    public void An_unknown_variant_gets_the_nearest_one()
    {
        var thrown = Assert.Throws<ModelException>(() => Parse(Everything).Variant("slwo"));
        Assert.Contains("did you mean 'slow'?", thrown.Message);
    }

    [Fact]
    public void A_variant_that_changes_an_unknown_parameter_is_refused_at_its_place()
    {
        var thrown = Assert.Throws<ModelException>(() => Parse(Everything.Replace("{gL: 3 nS}", "{gl: 3 nS}"))
            .Variant("slow"));
        Assert.Contains("m.yaml:29:18", thrown.Message);
        Assert.Contains("did you mean 'gL'?", thrown.Message);
    }

    private static ModelDescription Parse(string text)
    {
        var bag = new DiagnosticBag();
        var model = ModelFile.Parse(text, "m.yaml", bag);
        bag.ThrowIfErrors();
        return model!;
    }

    private static string[] Words(string text) =>
        [.. text.Split([' ', '\n', '\r', ',', '{', '}', '[', ']', '|', '-', '"', '\''],
            StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}

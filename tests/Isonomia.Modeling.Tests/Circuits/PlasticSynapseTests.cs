using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>Synapses with states of their own.</summary>
public class PlasticSynapseTests
{
    [Fact]
    public void A_spike_of_a_depressing_synapse_transmits_before_it_uses_up()
    {
        var (population, projection) = Pair("plasticity/tsodyks-markram");
        var synapse = projection.Synapse!;
        Assert.Equal(["u", "x"], synapse.States.Select(s => s.Symbol.Name));
        Assert.Equal(["u", SynapseModel.Transmitted, "x"], synapse.OnPre.Select(a => a.Target.Name));
        Assert.Equal("tsodyks_markram_g", Assert.Single(Assert.Single(population.Arrivals).Effects).State.Name);
        Assert.DoesNotContain(population.Cell!.Equations.Equations, e => e.Name is "tsodyks_markram_u" or "tsodyks_markram_w");
    }

    // Steady state over first release, by the closed form of the paper (models.md, L04): U 0.5, recovery 800 ms.
    [Theory]
    [InlineData("plasticity/tsodyks-markram", 1, 0.8328)]
    [InlineData("plasticity/tsodyks-markram", 10, 0.2103)]
    [InlineData("plasticity/tsodyks-markram", 50, 0.0482)]
    [InlineData("plasticity/tsodyks-markram:facilitating", 1, 1.168)]
    [InlineData("plasticity/tsodyks-markram:facilitating", 10, 3.898)]
    [InlineData("plasticity/tsodyks-markram:facilitating", 50, 2.592)]
    public void Regular_spikes_release_what_the_closed_form_says(string receptor, double rate, double ratio)
    {
        var released = Released(Pair(receptor).Projection.Synapse!, Enumerable.Range(0, 200).Select(k => k / rate));
        Assert.Equal(ratio, released[^1] / released[0], 5e-4 * ratio);
    }

    [Fact]
    public void A_plastic_weight_is_a_state_of_the_synapse_between_zero_and_its_largest_value()
    {
        var (_, projection) = Pair("plasticity/stdp-pair");
        var synapse = projection.Synapse!;
        Assert.Equal(("w", 1e-9), (synapse.Weight.Name, synapse.LargestWeight));
        Assert.Equal(["trace_of_source", "trace_of_target"], synapse.States.Select(s => s.Symbol.Name));
        Assert.Equal(["trace_of_target", "w"], synapse.OnPost.Select(a => a.Target.Name));
        Assert.Equal([SynapseModel.Transmitted, "trace_of_source", "w"], synapse.OnPre.Select(a => a.Target.Name));
    }

    // A spike of the source alone costs eta*alpha = 0.01 nS * 2 * 3 Hz * 20 ms.
    [Fact]
    public void Inhibition_that_nothing_answers_becomes_weaker()
    {
        var synapse = Pair("plasticity/inhibitory-stdp").Projection.Synapse!;
        var weight = synapse.OnPre.Single(a => a.Target.Name == "w").Value;
        var changed = Evaluator.Evaluate(weight, n => n switch
        {
            "w" => 1e-9,
            "trace_of_target" or "t" => 0,
            _ => Parameter(synapse, n),
        });
        Assert.Equal(1e-9 - (0.01e-9 * 0.12), changed, 1e-18);
        Assert.Equal(100e-9, synapse.LargestWeight!.Value, 1e-18);
    }

    private static double Parameter(SynapseModel synapse, string name) => Evaluator.Evaluate(
        synapse.Parameters.Single(p => p.Name == name).Value, n => Parameter(synapse, n));

    // Follows the states exactly: dy/dt = a y + b between spikes, each by itself.
    private static double[] Released(SynapseModel synapse, IEnumerable<double> times)
    {
        var values = synapse.States.ToDictionary(s => s.Symbol.Name,
            s => Evaluator.Evaluate(s.Initial, n => Parameter(synapse, n)));
        values["w"] = 1;
        var before = 0.0;
        var released = new List<double>();
        foreach (var time in times)
        {
            foreach (var state in synapse.States)
            {
                var name = state.Symbol.Name;
                double Rate(double y) => Evaluator.Evaluate(state.Rate!, n => n == name ? y : Parameter(synapse, n));
                var (b, a) = (Rate(0), Rate(1) - Rate(0));
                values[name] = ((values[name] + (b / a)) * Math.Exp(a * (time - before))) - (b / a);
            }

            foreach (var (target, value) in synapse.OnPre)
                values[target.Name] = Evaluator.Evaluate(
                    value, n => values.TryGetValue(n, out var known) ? known : Parameter(synapse, n));
            released.Add(values[SynapseModel.Transmitted]);
            before = time;
        }

        return [.. released];
    }

    private static (PopulationModel Target, ProjectionModel Projection) Pair(string receptor)
    {
        var circuit = Written.Model($$"""
            circuit: c
            populations:
              S: {spikes: {kind: poisson, rate: 10 Hz}, size: 1}
              T: {cell: cells/lif, size: 1}
            projections:
              - {from: S, to: T, receptor: "{{receptor}}", rule: {all_to_all: true}, weight: 1 nS}
            """);
        return (circuit.Populations[1], circuit.Projections[0]);
    }
}

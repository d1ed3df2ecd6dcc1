using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>Where the states of receptors live, and what spikes do to them.</summary>
public class ReceptorPlacementTests
{
    private const string Cells = """
        circuit: c
        populations:
          E: {cell: cells/lif, size: 8, class: E}
          I: {cell: cells/lif, size: 2, class: I}

        """;

    [Fact]
    public void Projections_to_the_same_receptor_share_its_state_and_others_have_their_own()
    {
        var circuit = Written.Model(Cells + """
            projections:
              - {from: E, to: E, receptor: receptors/ampa, rule: {all_to_all: true}, weight: 1 nS}
              - {from: I, to: E, receptor: receptors/ampa, rule: {all_to_all: true}, weight: 2 nS}
              - {from: I, to: E, receptor: {receptor: receptors/ampa, parameters: {tau: 2 ms}}, rule: {all_to_all: true}, weight: 1 nS}
              - {from: I, to: E, receptor: {receptor: receptors/ampa, name: slow}, rule: {all_to_all: true}, weight: 1 nS}
            """);
        Assert.Equal(["ampa", "ampa", "ampa2", "slow"], circuit.Projections.Select(p => p.Port));
        var cell = circuit.Populations[0].Cell!;
        Assert.Equal(["v", "ampa_g", "ampa2_g", "slow_g"], cell.Equations.States.Select(s => s.Name).Order(StateOrder));
        Assert.Equal(2e-3, Value(cell, "ampa2_tau"));
        Assert.Equal(5e-3, Value(cell, "ampa_tau"));
        Assert.Equal(["ampa", "ampa2", "slow"], circuit.Populations[0].Arrivals.Select(a => a.Name));
    }

    [Fact]
    public void A_weight_adds_to_the_conductance_and_is_no_parameter_of_the_cell()
    {
        var circuit = Written.Model(Cells + """
            projections:
              - {from: E, to: I, receptor: receptors/ampa, rule: {all_to_all: true}, weight: 1 nS}
            """);
        var target = circuit.Populations[1];
        var port = Assert.Single(target.Arrivals);
        Assert.Equal(Dimension.Conductance, port.Weight);
        var effect = Assert.Single(port.Effects);
        Assert.Equal("ampa_g", effect.State.Name);
        Assert.True(effect.Coefficient.IsConstant(1));
        Assert.DoesNotContain(target.Cell!.Parameters, p => p.Name.EndsWith("_w", StringComparison.Ordinal));
    }

    // exp(1) makes the peak of an alpha function the weight.
    [Fact]
    public void What_a_weight_is_multiplied_by_becomes_the_coefficient()
    {
        var circuit = Written.Model(Cells + """
            projections:
              - {from: E, to: I, receptor: receptors/alpha, rule: {all_to_all: true}, weight: 1 pA}
            """);
        var effect = Assert.Single(Assert.Single(circuit.Populations[1].Arrivals).Effects);
        Assert.Equal("alpha_x", effect.State.Name);
        Assert.Equal(Math.E, Evaluator.Evaluate(effect.Coefficient, _ => double.NaN), 1e-12);
    }

    [Fact]
    public void Currents_and_conductances_are_known_by_the_class_of_their_sources()
    {
        var target = Written.Model(Cells + """
            projections:
              - {from: E, to: I, receptor: receptors/ampa, rule: {all_to_all: true}, weight: 1 nS}
              - {from: E, to: I, receptor: receptors/nmda, rule: {all_to_all: true}, weight: 1 nS}
              - {from: I, to: I, receptor: receptors/gaba-a, rule: {all_to_all: true}, weight: 1 nS}
            probes:
              - {of: I, currents: true, every: 1 ms}
            """);
        var currents = target.Populations[1].Currents;
        Assert.Equal([("ampa", "E"), ("nmda", "E"), ("gaba_a", "I")], currents.Select(c => (c.Alias, c.FromClass)));
        Assert.Equal(["ampa_g", "nmda_g", "nmda_unblocked"],
            FreeVariables.Of([.. currents[..2].Select(c => c.Conductance!)]));
        var probe = Assert.Single(target.Probes);
        Assert.True(probe.IsSum);
        Assert.Equal(["I_E", "g_E", "I_I", "g_I"], probe.Values.Select(v => v.Name));
    }

    [Fact]
    public void A_saturating_gate_belongs_to_the_source_and_is_opened_by_its_own_spikes()
    {
        var circuit = Written.Model(Cells + """
            projections:
              - {from: E, to: [E, I], receptor: receptors/nmda-saturating, rule: {all_to_all: true}, weight: 1 nS, delay: 2 ms}
            """);
        var source = circuit.Populations[0];
        Assert.Equal(["gate_nmda_saturating_s", "gate_nmda_saturating_x"],
            source.Cell!.Equations.States.Select(s => s.Name).Where(n => n.StartsWith("gate", StringComparison.Ordinal)).Order());
        var opening = Assert.Single(source.Arrivals);
        Assert.Equal(("gate_nmda_saturating_x", Dimension.None), (opening.Effects[0].State.Name, opening.Weight));
        Assert.True(opening.Effects[0].Coefficient.IsConstant(1));

        // One gate serves both targets.
        var gate = Assert.Single(circuit.Projections, p => p.Rule is ConnectionRule.OneToOne);
        Assert.Equal((0, 0, opening.Name), (gate.Source, gate.Target, gate.Port));
        Assert.Equal(2e-3, ((SynapticValue.Constant)gate.Delay).Value);

        var target = circuit.Populations[1];
        var port = Assert.Single(target.Graded);
        Assert.Equal(Dimension.Conductance, port.Weight);
        Assert.Equal("gate_nmda_saturating_s", port.Value.Name);
        Assert.Equal(port.Name, target.Cell!.Equations.Find("nmda_saturating_g")!.Right!.Name);
        Assert.Equal(Isonomia.Modeling.Equations.SymbolKind.Input, target.Cell.Equations.Symbols[port.Name].Kind);
        Assert.DoesNotContain(target.Cell.Equations.States, s => s.Name.EndsWith("_s", StringComparison.Ordinal));
    }

    // share*(bound - R) is what a pulse adds to the bound receptors R.
    [Fact]
    public void A_gate_that_saturates_at_a_spike_adds_what_is_left_to_add()
    {
        var circuit = Written.Model(Cells + """
            projections:
              - {from: I, to: E, receptor: receptors/gaba-b, rule: {all_to_all: true}, weight: 1 nS, delay: 1 ms}
            """);
        var effect = Assert.Single(Assert.Single(circuit.Populations[1].Arrivals).Effects);
        var added = Evaluator.Evaluate(effect.Coefficient, n => n switch
        {
            "gate_gaba_b_R" => 0.25,
            "gate_gaba_b_share" => 0.5,
            "gate_gaba_b_bound" => 0.75,
            _ => double.NaN,
        });
        Assert.Equal(0.25, added, 1e-15);
    }

    [Fact]
    public void Sources_of_two_populations_are_summed_apart_and_added()
    {
        var circuit = Written.Model(Cells + """
            projections:
              - {from: [E, I], to: E, receptor: receptors/nmda-saturating, rule: {all_to_all: true}, weight: 1 nS}
            """);
        var target = circuit.Populations[0];
        Assert.Equal(["nmda_saturating_g_E", "nmda_saturating_g_I"], target.Graded.Select(g => g.Name));
        var sum = target.Cell!.Equations.Find("nmda_saturating_g")!.Right!;
        Assert.Equal(5, Evaluator.Evaluate(sum, n => n == "nmda_saturating_g_E" ? 2 : 3));
    }

    // I = w (v_pre - v_post) summed: the sum of w v_pre, less v times the sum of w, over the same junctions.
    [Fact]
    public void A_gap_junction_is_two_sums_over_the_same_cells()
    {
        var circuit = Written.Model(Cells + """
            projections:
              - {from: I, to: I, receptor: receptors/gap-junction, rule: {probability: 0.5}, weight: 1 nS, autapses: false}
            """);
        var cell = circuit.Populations[1];
        Assert.Equal(2, cell.Graded.Length);
        Assert.Equal("v", cell.Graded[0].Value.Name);
        Assert.True(cell.Graded[1].Value.IsConstant(1));
        var current = cell.Cell!.Equations.Find("gap_junction_I_syn")!.Right!;
        Assert.Equal(7 - (3 * 2), Evaluator.Evaluate(current, n => n == cell.Graded[0].Name ? 7 : n == "v" ? 2 : 3));
        Assert.Equal(circuit.Projections[0].Name, circuit.Projections[1].Draws);
        Assert.Equal(cell.Graded.Select(g => g.Name), circuit.Projections.Select(p => p.Port));
    }

    private static Comparer<string> StateOrder => Comparer<string>.Create((a, b) =>
        Array.IndexOf(["v", "ampa_g", "ampa2_g", "slow_g"], a) - Array.IndexOf(["v", "ampa_g", "ampa2_g", "slow_g"], b));

    private static double Value(CellModel cell, string parameter) =>
        cell.Parameters.Single(p => p.Name == parameter).Value.Value;
}

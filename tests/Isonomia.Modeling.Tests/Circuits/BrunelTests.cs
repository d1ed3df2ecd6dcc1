using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>The network of Brunel 2000 as its paper says it is.</summary>
public class BrunelTests
{
    private readonly CircuitModel circuit = ModelFile.ReadCircuit("brunel2000");

    [Fact]
    public void It_has_10000_excitatory_and_2500_inhibitory_cells() =>
        Assert.Equal([("E", 10_000, "E"), ("I", 2_500, "I")],
            circuit.Populations.Select(p => (p.Name, p.Size, p.Class)));

    [Fact]
    public void Each_cell_has_1000_excitatory_and_250_inhibitory_inputs_with_a_delay_of_1500_us()
    {
        Assert.Equal(
            [("E->E delta", 1000), ("E->I delta", 1000), ("I->E delta", 250), ("I->I delta", 250)],
            circuit.Projections.Select(p => (p.Name, Assert.IsType<ConnectionRule.InDegree>(p.Rule).Count)));
        Assert.All(circuit.Projections, p =>
        {
            Assert.Equal(1.5e-3, Assert.IsType<SynapticValue.Constant>(p.Delay).Value);
            Assert.Equal(p.Source == 0 ? 1e-4 : -5e-4, Assert.IsType<SynapticValue.Constant>(p.Weight).Value, 1e-18);
        });
    }

    [Fact]
    public void Input_from_outside_is_twice_the_rate_that_reaches_the_threshold() =>
        Assert.All(circuit.Stimuli, s =>
            Assert.Equal(20_000, Evaluator.Evaluate(s.Rate!, _ => double.NaN), 1e-9));

    [Fact]
    public void What_arrives_jumps_the_potential_and_is_lost_while_refractory() =>
        Assert.All(circuit.Populations, p =>
        {
            var port = Assert.Single(p.Arrivals);
            Assert.Equal(("delta", Dimension.Voltage), (port.Name, port.Weight));
            var effect = Assert.Single(port.Effects);
            Assert.Equal("v", effect.State.Name);
            Assert.Equal((1, 0), (Coefficient(effect, 1), Coefficient(effect, 0)));
        });

    [Fact]
    public void Setting_g_changes_the_weight_of_inhibition()
    {
        var bag = new DiagnosticBag();
        var changed = SettingPath.Apply((CircuitDescription)ModelFile.Find("brunel2000"), "parameters.g", "6", bag);
        var weight = changed.ToModel().Projections[^1].Weight;
        Assert.Equal(-6e-4, Assert.IsType<SynapticValue.Constant>(weight).Value, 1e-18);
    }

    private static double Coefficient(ArrivalEffect effect, double notRefractory) =>
        Evaluator.Evaluate(effect.Coefficient, n => n == "not_refractory" ? notRefractory : double.NaN);
}

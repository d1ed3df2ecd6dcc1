using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>What the papers say of the circuits of the library, as far as it shows without running them.</summary>
public class LibraryCircuitTests
{
    [Theory]
    [InlineData("brette2007-coba", 4000, 6e-9, 67e-9)]
    [InlineData("brette2007-coba", 40000, 6e-9, 67e-9)]
    [InlineData("brette2007-cobahh", 4000, 6e-9, 67e-9)]
    [InlineData("vogels-abbott2005-cuba", 4000, 16.2e-12, 90e-12)]
    public void Each_cell_of_the_benchmarks_has_80_inputs_at_any_size(string name, int cells, double excitation, double inhibition)
    {
        var circuit = With(name, "cells", $"{cells}");
        Assert.Equal((cells * 4 / 5, cells / 5), (circuit.Populations[0].Size, circuit.Populations[1].Size));
        foreach (var target in new[] { 0, 1 })
        {
            var inputs = circuit.Projections.Where(p => p.Target == target)
                .Sum(p => ((ConnectionRule.Probability)p.Rule).Value * circuit.Populations[p.Source].Size);
            Assert.Equal(80, inputs, 1e-9);
        }

        Assert.All(circuit.Projections, p => Assert.Equal(
            p.Source == 0 ? excitation : inhibition, Math.Abs(((SynapticValue.Constant)p.Weight).Value), 1e-15));
    }

    // f w+ + (1 - f) w- = 1: potentiated and depressed synapses leave the mean as it is.
    [Theory]
    [InlineData("wang2002")]
    [InlineData("wang2002:lam2022")]
    public void Groups_of_the_decision_network_are_excited_as_much_as_the_others_at_equal_rates(string name)
    {
        var circuit = ModelFile.ReadCircuit(name);
        var sums = new[] { "E1", "E2", "E0" }.Select(target => circuit.Projections
            .Where(p => circuit.Populations[p.Target].Name == target && p.Name.StartsWith("nmda", StringComparison.Ordinal))
            .Sum(p => ((SynapticValue.Constant)p.Weight).Value * circuit.Populations[p.Source].Size)).ToArray();
        Assert.All(sums, s => Assert.Equal(1600 * 0.165e-9, s, 1e-18));
    }

    [Theory]
    [InlineData("lam2022-elevated", 1, 0.97)]
    [InlineData("lam2022-lowered", 0.98, 1)]
    public void The_perturbed_decision_network_differs_in_NMDA_only(string variant, double excitatory, double inhibitory)
    {
        var (control, changed) = (ModelFile.ReadCircuit("wang2002:lam2022"), ModelFile.ReadCircuit("wang2002:" + variant));
        foreach (var (before, after) in control.Projections.Zip(changed.Projections))
        {
            var expected = !before.Name.StartsWith("nmda", StringComparison.Ordinal) ? 1
                : control.Populations[before.Target].Name == "I" ? inhibitory : excitatory;
            Assert.Equal(expected,
                ((SynapticValue.Constant)after.Weight).Value / ((SynapticValue.Constant)before.Weight).Value, 1e-12);
        }
    }

    // Summed over the ring, the tuned connections of the memory network are as strong as untuned ones.
    // Whole NMDA conductance of an excitatory cell, in siemens, and the width of connections, in degrees.
    [Theory]
    [InlineData("murray2014", 1001.9e-9, 9)]
    [InlineData("compte2000", 0.381e-9 * 2048, 14.4)]
    public void Connections_of_the_memory_networks_have_mean_strength_one(string name, double whole, double degrees)
    {
        var circuit = ModelFile.ReadCircuit(name);
        var weight = Assert.IsType<SynapticValue.OfDistance>(circuit.Projections[0].Weight);
        Assert.Equal(degrees, weight.Width * 180 / Math.PI, 1e-12);
        const int cells = 2048;
        var sum = Enumerable.Range(-cells / 2, cells).Sum(k =>
        {
            var distance = 2 * Math.PI * k / cells;
            return weight.Low + ((weight.High - weight.Low) * Math.Exp(-distance * distance / (2 * weight.Width * weight.Width)));
        });
        Assert.Equal(whole, sum, 1e-12);
    }

    // With strengths 0.5, 2, 1, 1.5 and 1, 0.5 from outside: 0.5 r_E - 2 r_I + r_O = 0 = r_E - 1.5 r_I + 0.5 r_O.
    [Fact]
    public void The_balanced_network_balances_at_the_rates_that_its_couplings_say()
    {
        var circuit = ModelFile.ReadCircuit("van-vreeswijk-sompolinsky1996");
        double Coupling(int source, int target)
        {
            var found = circuit.Projections.Single(p => p.Source == source && p.Target == target);
            return ((ConnectionRule.InDegree)found.Rule).Count * ((SynapticValue.Constant)found.Weight).Value;
        }

        double Drive(int target)
        {
            var found = circuit.Stimuli.Single(s => s.Target == target);
            return found.Weight * Evaluator.Evaluate(found.Rate!, _ => double.NaN);
        }

        foreach (var target in new[] { 0, 1 })
            Assert.Equal(0, Drive(target) + (Coupling(0, target) * 4) + (Coupling(1, target) * 6), 1e-9);
    }

    [Fact]
    public void Whole_inputs_of_the_gamma_network_do_not_depend_on_its_size()
    {
        foreach (var (setting, value) in new[] { ("N_E", "200"), ("N_E", "800"), ("N_I", "400") })
        {
            var circuit = With("borgers-kopell2005", setting, value);
            Assert.All(circuit.Projections, p => Assert.Equal(2.5,
                ((SynapticValue.Constant)p.Weight).Value * circuit.Populations[p.Source].Size, 1e-12));
            Assert.All(circuit.Projections, p => Assert.IsType<ConnectionRule.AllToAll>(p.Rule));
        }
    }

    [Fact]
    public void Plastic_inhibition_aims_at_the_rate_of_the_circuit()
    {
        var plastic = With("vogels2011", "rate", "5 Hz").Projections.Single(p => p.Name == "plastic");
        var rate = plastic.Synapse!.Parameters.Single(p => p.Name == "rate").Value;
        Assert.Equal(5, Evaluator.Evaluate(rate, _ => double.NaN));
    }

    private static CircuitModel With(string name, string parameter, string value)
    {
        var bag = new DiagnosticBag();
        var changed = SettingPath.Apply((CircuitDescription)ModelFile.Find(name), "parameters." + parameter, value, bag);
        bag.ThrowIfErrors();
        return changed.ToModel();
    }
}

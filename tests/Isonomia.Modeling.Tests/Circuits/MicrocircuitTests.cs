using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>The cortical microcircuit of Potjans & Diesmann 2014 as its paper says it is.</summary>
public class MicrocircuitTests
{
    private static readonly CircuitModel Full = ModelFile.ReadCircuit("potjans-diesmann2014");

    [Fact]
    public void It_has_77169_cells_in_eight_populations_and_902_thalamic_ones()
    {
        Assert.Equal([20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948, 902], Full.Populations.Select(p => p.Size));
        Assert.Equal(["E", "I", "E", "I", "E", "I", "E", "I", null], Full.Populations.Select(p => p.Class));
    }

    // ln(1 - C)/ln(1 - 1/(N N')) summed over all pairs of populations is 298,880,969.2; each of the 55 terms is rounded.
    [Fact]
    public void Its_connection_probabilities_make_298880969_synapses()
    {
        Assert.Equal(55, Full.Projections.Length);
        var total = Full.Projections.Sum(p => Assert.IsType<ConnectionRule.TotalNumber>(p.Rule).Count);
        Assert.InRange(total, 298_880_969 - 4, 298_880_969 + 4);
    }

    // Inputs of a cell, from the same formula in another language, rounded to a tenth.
    [Theory]
    [InlineData("L23E", new[] { 2199.9, 1079.3, 979.2, 467.6, 159.2, 0.0, 109.8, 0.0 })]
    [InlineData("L23I", new[] { 2990.0, 860.3, 703.7, 289.7, 380.7, 0.0, 60.6, 0.0 })]
    [InlineData("L4E", new[] { 159.9, 34.5, 1117.2, 794.6, 32.6, 0.3, 667.3, 0.0 })]
    [InlineData("L4I", new[] { 1481.0, 16.9, 1813.0, 953.3, 16.0, 0.0, 1608.1, 0.0 })]
    [InlineData("L5E", new[] { 2188.4, 374.7, 1135.6, 31.3, 420.8, 496.5, 296.7, 0.0 })]
    [InlineData("L5I", new[] { 1165.7, 159.1, 570.6, 12.1, 300.1, 404.2, 124.3, 0.0 })]
    [InlineData("L6E", new[] { 325.2, 38.6, 467.4, 91.7, 285.7, 21.2, 581.6, 752.2 })]
    [InlineData("L6I", new[] { 766.9, 5.8, 74.6, 2.7, 136.2, 8.6, 979.8, 459.4 })]
    public void Each_cell_has_the_inputs_that_follow_from_them(string target, double[] inputs)
    {
        var at = Index(target);
        for (var source = 0; source < 8; source++)
        {
            var found = Full.Projections.Where(p => p.Target == at && p.Source == source)
                .Sum(p => ((ConnectionRule.TotalNumber)p.Rule).Count);
            Assert.Equal(inputs[source], (double)found / Full.Populations[at].Size, 0.05);
        }
    }

    // The current that makes a potential of 0.15 mV at its peak is 87.81 pA, in the paper's table.
    [Fact]
    public void Its_weights_are_those_of_the_paper_and_twice_that_from_layer_4_to_2()
    {
        Assert.Equal(87.81e-12, Mean("L23E", "L23E"), 0.005e-12);
        Assert.Equal(2 * 87.81e-12, Mean("L4E", "L23E"), 0.01e-12);
        Assert.Equal(-4 * 87.81e-12, Mean("L4I", "L23E"), 0.02e-12);
        var weight = Assert.IsType<SynapticValue.Normal>(Projection("L6I", "L6E").Weight);
        Assert.Equal(0.1, weight.StandardDeviation / -weight.Mean, 1e-12);
        Assert.Equal((LimitRule.Redraw, 0d), (weight.Limit, weight.Maximum));
    }

    [Fact]
    public void Inhibitory_spikes_take_half_as_long_as_excitatory_ones()
    {
        Assert.Equal((1.5e-3, 0.75e-3), Delay("L4E", "L4I"));
        Assert.Equal((0.75e-3, 0.375e-3), Delay("L4I", "L4E"));
    }

    [Fact]
    public void Background_spikes_arrive_at_8_Hz_times_the_number_of_inputs()
    {
        Assert.Equal([1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100],
            Full.Stimuli.Select(s => Math.Round(s.Rate!.Value / 8, 9)));
        Assert.All(Full.Populations.Where(p => p.Cell is not null),
            p => Assert.Null(p.Cell!.Equations.Find("I_ext")));
    }

    // 0.3512 pA for each input (to four digits), which is the mean of 8 Hz of 87.81 pA decaying in 0.5 ms.
    [Fact]
    public void Its_dc_variant_has_a_current_in_their_place()
    {
        var dc = ModelFile.ReadCircuit("potjans-diesmann2014:dc");
        Assert.Empty(dc.Stimuli);
        Assert.Equal(0.3512e-12 * 1600, dc.Populations[0].Cell!.Equations.Find("I_ext")!.Right!.Value, 1600 * 0.0001e-12);
    }

    // With a tenth of the inputs of sqrt(10) times the weight, the variance of the input stays; the current replaces the
    // share 1 - sqrt(0.1) of its mean.
    [Fact]
    public void A_tenth_of_it_keeps_mean_and_variance_of_the_input()
    {
        var tenth = ModelFile.ReadCircuit("potjans-diesmann2014:tenth");
        Assert.Equal(2068, tenth.Populations[0].Size);
        Assert.Equal(Full.Stimuli[0].Rate!.Value / 10, tenth.Stimuli[0].Rate!.Value, 1e-9);
        Assert.Equal(Full.Stimuli[0].Weight * Math.Sqrt(10), tenth.Stimuli[0].Weight, 1e-20);
        var current = tenth.Populations[0].Cell!.Equations.Find("I_ext")!.Right!.Value;
        var mean = 0.5e-3 * 87.81e-12 * ((8 * 1600) - 11832.8);
        Assert.Equal((1 - Math.Sqrt(0.1)) * mean, current, 0.01e-12);
        var total = tenth.Projections.Sum(p => ((ConnectionRule.TotalNumber)p.Rule).Count);
        Assert.Equal(0.01, total / 298_880_969.0, 1e-6);
    }

    [Fact]
    public void Its_thalamus_is_connected_when_it_fires()
    {
        var bag = new DiagnosticBag();
        var changed = SettingPath.Apply(
            (CircuitDescription)ModelFile.Find("potjans-diesmann2014"), "parameters.thalamus", "120 Hz", bag).ToModel();
        Assert.Equal(["L4E", "L4I", "L6E", "L6I"],
            changed.Projections.Skip(55).Select(p => changed.Populations[p.Target].Name));
    }

    private static int Index(string population) => Full.Populations.Select(p => p.Name).ToList().IndexOf(population);

    private static ProjectionModel Projection(string source, string target) =>
        Full.Projections.Single(p => p.Source == Index(source) && p.Target == Index(target));

    private static double Mean(string source, string target) =>
        ((SynapticValue.Normal)Projection(source, target).Weight).Mean;

    private static (double, double) Delay(string source, string target)
    {
        var delay = Assert.IsType<SynapticValue.Normal>(Projection(source, target).Delay);
        return (delay.Mean, delay.StandardDeviation);
    }
}

using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Coupling;

namespace Isonomia.Simulation.Tests.Coupling;

public class GradedStructureTests
{
    private static readonly ConnectionRule EachToEach = new ConnectionRule.AllToAll();

    private static CoupledPair Pair(ConnectionRule rule, SynapticValue weight) =>
        CoupledPair.Of(rule, weight, 300, 300, static (_, _) => 1);

    [Fact]
    public void Each_to_each_with_one_weight_is_one_sum()
    {
        Assert.Equal(GradedForm.Uniform, Pair(EachToEach, new SynapticValue.Constant(1)).Coupling<float>().Form);
        Assert.Equal(GradedForm.Uniform, Pair(EachToEach, new SynapticValue.Normal(1, 0)).Coupling<float>().Form);
    }

    [Fact]
    public void A_clipped_constant_weighs_its_limit()
    {
        var coupling = Pair(EachToEach, new SynapticValue.Constant(3) { Maximum = 2 }).Coupling<double>();
        Assert.Equal(600, CoupledPair.Run(coupling, Enumerable.Repeat(1.0, 300).ToArray(), 300)[17]);
    }

    [Fact]
    public void Weights_drawn_one_by_one_need_a_matrix() => Assert.Equal(
        GradedForm.Dense, Pair(EachToEach, new SynapticValue.Normal(1, 0.1)).Coupling<float>().Form);

    [Fact]
    public void Weights_of_the_distance_on_even_rings_are_a_convolution()
    {
        Assert.Equal(GradedForm.Ring, CoupledPair.OnRing(512, 512).Coupling<float>().Form);
        Assert.Equal(GradedForm.Ring, CoupledPair.OnRing(512, 128).Coupling<float>().Form);
        Assert.Equal(GradedForm.Ring, CoupledPair.OnRing(128, 512).Coupling<float>().Form);
    }

    [Fact]
    public void Rings_without_that_symmetry_are_a_matrix()
    {
        var ring = CoupledPair.OnRing(512, 512);
        Assert.Equal(GradedForm.Dense, CoupledPair.OnRing(512, 300).Coupling<float>().Form);
        Assert.Equal(GradedForm.Dense, CoupledPair.OnRing(64, 64).Coupling<float>().Form);
        foreach (var space in new[]
        {
            ring.Source.Space! with { IsRandom = true },
            ring.Source.Space! with { Periodic = false },
            ring.Source.Space! with { Width = 1 },
            ring.Source.Space! with { Kind = SpaceKind.Sheet, Height = 1, Columns = 32 },
        })
        {
            Assert.Equal(
                GradedForm.Dense, (ring with { Source = ring.Source with { Space = space } }).Coupling<float>().Form);
        }
    }

    [Theory]
    [InlineData(0.05, GradedForm.Sparse)]
    [InlineData(0.2, GradedForm.Sparse)]
    [InlineData(0.3, GradedForm.Dense)]
    [InlineData(0.9, GradedForm.Dense)]
    internal void More_than_a_quarter_of_all_edges_are_kept_as_a_matrix(double probability, GradedForm form) =>
        Assert.Equal(form, CoupledPair.AtRandom(200, 200, probability).Coupling<float>().Form);
}

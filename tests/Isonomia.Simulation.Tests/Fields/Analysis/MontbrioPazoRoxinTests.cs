using Isonomia.Modeling.Description;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

public class MontbrioPazoRoxinTests
{
    private const double Tau = 0.01;
    private static readonly RegionFunctions functions = new(ModelFile.ReadField("montbrio-pazo-roxin"), "eta", "J");
    private static readonly StateBox box = new([0, -4], [200, 4]);

    // r tau, v and the roots times tau, computed independently from the equations of the paper.
    [Fact]
    public void It_has_a_node_a_saddle_and_a_focus_where_it_is_bistable()
    {
        var found = FixedPoints.Find(functions, [-5, 15], box);
        Assert.Equal(3, found.Length);
        Assert.Equal([0.0811, 0.4730, 1.0306], found.Select(f => Math.Round(f[0] * Tau, 4)));
        Assert.Equal([-1.9616, -0.3365, -0.1544], found.Select(f => Math.Round(f[1], 4)));
        var node = Stability.Of(functions.Linearise([-5, 15], found[0].AsSpan()));
        Assert.Equal(2.449, node.Margin * Tau, 1e-3);
        Assert.Equal(InstabilityKind.SaddleNode, node.Kind);
        Assert.False(Stability.Of(functions.Linearise([-5, 15], found[1].AsSpan())).IsStable);
        var focus = Stability.Of(functions.Linearise([-5, 15], found[2].AsSpan()));
        Assert.Equal(0.309, focus.Margin * Tau, 1e-3);
        Assert.Equal(3.319, focus.Root.Imaginary * Tau, 1e-3);
    }

    [Theory]
    [InlineData(10, -2.640, 1)]
    [InlineData(10, -2.630, 3)]
    [InlineData(10, -2.245, 3)]
    [InlineData(10, -2.235, 1)]
    [InlineData(15, -5.75, 1)]
    [InlineData(15, -5.73, 3)]
    [InlineData(15, -3.15, 3)]
    [InlineData(15, -3.13, 1)]
    public void It_is_bistable_in_the_published_range_of_excitability(double weight, double eta, int expected) =>
        Assert.Equal(expected, FixedPoints.Find(functions, [eta, weight], box).Length);
}

using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Connectivity;

namespace Isonomia.Simulation.Tests.Connectivity;

/// <summary>
/// References: the probability of each pair from the formulas of the kernels and the geometry, summed by distance;
/// fixed seeds, standardised differences within 4.
/// </summary>
public class DistanceTests
{
    private const int Cells = 2500;

    public static TheoryData<DistanceKernel, double, double?, SpaceKind, bool> Cases => new()
    {
        { DistanceKernel.Gaussian, 0.1, null, SpaceKind.Ring, true },
        { DistanceKernel.Gaussian, 0.03, null, SpaceKind.Sheet, true },
        { DistanceKernel.Gaussian, 0.2, 0.35, SpaceKind.Sheet, false },
        { DistanceKernel.Exponential, 0.05, null, SpaceKind.Sheet, true },
        { DistanceKernel.Exponential, 0.05, null, SpaceKind.Ring, false },
        { DistanceKernel.VonMises, 0.7, null, SpaceKind.Ring, true },
        { DistanceKernel.Box, 0.15, null, SpaceKind.Sheet, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pairs_are_connected_as_the_kernel_says(
        DistanceKernel kernel, double width, double? cutoff, SpaceKind kind, bool periodic)
    {
        const double Peak = 0.8;
        var space = new PopulationSpace(kind, 1, kind == SpaceKind.Ring ? 0 : 1, 50, periodic, false);
        var edges = DrawnEdges.Of(
            new ConnectionRule.Distance(kernel, Peak, width, cutoff), Cells, Cells, 7, space: space);
        var connected = edges.List(0, Cells).Select(e => (e.Source, e.Target)).ToHashSet();

        double[] expected = new double[60], variance = new double[60], seen = new double[60];
        for (var target = 0; target < Cells; target++)
        {
            for (var source = 0; source < Cells; source++)
            {
                var d = Distance(source, target, kind, periodic);
                var p = d > (cutoff ?? 9) ? 0 : Peak * Kernel(kernel, d, width);
                var bin = Math.Min(59, (int)(d / width * 5));
                expected[bin] += p;
                variance[bin] += p * (1 - p);
                seen[bin] += connected.Contains((source, target)) ? 1 : 0;
            }
        }

        for (var bin = 0; bin < 60; bin++)
        {
            if (variance[bin] > 25)
                Assert.InRange((seen[bin] - expected[bin]) / Math.Sqrt(variance[bin]), -4, 4);
            else
                Assert.Equal(expected[bin], seen[bin], 4 * Math.Sqrt(25));
        }

        Assert.Equal(expected.Sum(), edges.Expected, 0.01 * expected.Sum());
    }

    [Fact]
    public void Neighbours_are_connected_independently()
    {
        // Two sources of one place relative to each target: the number of both being connected is that of chance.
        const double P = 0.3;
        var space = new PopulationSpace(SpaceKind.Ring, 1, 0, 0, true, false);
        var rule = new ConnectionRule.Distance(DistanceKernel.Box, P, 0.25, null);
        var list = DrawnEdges.Of(rule, 200, 200, 8, space: space).List(0, 200)
            .Select(e => (e.Source, e.Target)).ToHashSet();
        var both = 0;
        var pairs = 0;
        for (var target = 0; target < 200; target++)
        {
            for (var k = -49; k < 49; k++)
            {
                int a = (target + k + 200) % 200, b = (target + k + 201) % 200;
                pairs++;
                both += list.Contains((a, target)) && list.Contains((b, target)) ? 1 : 0;
            }
        }

        // Neighbouring pairs share a source, so the variance is q(1 - q) + 2 (P^3 - q^2) a pair, q = P^2.
        var q = P * P;
        var sd = Math.Sqrt(pairs * (q * (1 - q) + 2 * (P * P * P - q * q)));
        Assert.InRange((both - pairs * q) / sd, -4, 4);
    }

    [Fact]
    public void Delays_grow_with_distance_at_the_speed_of_conduction()
    {
        var space = new PopulationSpace(SpaceKind.Sheet, 2e-3, 1e-3, 20, true, false);
        var edges = DrawnEdges.Of(
            new ConnectionRule.AllToAll(), 200, 200, space: space,
            weight: new SynapticValue.OfDistance(DistanceKernel.Exponential, 1, 3, 0.5e-3),
            delay: new SynapticValue.Conduction(0.5e-3, 0.2));
        foreach (var edge in edges.List(0, 200))
        {
            double Along(double difference, double length) =>
                Math.Min(Math.Abs(difference), length - Math.Abs(difference));
            var x = Along((edge.Source % 20 - edge.Target % 20) * 0.1e-3, 2e-3);
            var y = Along((edge.Source / 20 - edge.Target / 20) * 0.1e-3, 1e-3);
            var d = Math.Sqrt(x * x + y * y);
            Assert.Equal(1 + 2 * Math.Exp(-d / 0.5e-3), edge.Weight, 1e-9);
            Assert.Equal((0.5e-3 + d / 0.2) / 1e-4, edge.Delay, 0.5 + 1e-6);
        }

        Assert.Equal(5, edges.MinDelaySteps);
        Assert.Equal((int)(5 + Math.Sqrt(1 + 0.25) / 0.2 / 0.1 + 0.5), edges.MaxDelaySteps);
    }

    [Fact]
    public void Random_places_fill_the_space_evenly_and_do_not_depend_on_the_projection()
    {
        var population = new PopulationModel
        {
            Name = "A",
            Size = 40_000,
            Space = new PopulationSpace(SpaceKind.Sheet, 4, 2, 0, true, true),
        };
        var positions = Simulation.Connectivity.Space.CellPositions.Of(population, 5)!;
        var fields = positions.X.Zip(positions.Y, (x, y) => (int)(x * 5) + 20 * (int)(y * 5)).Counts(200);
        Assert.InRange(DrawnEdges.Evenness(fields, 200, 1 - 1 / 200.0), -4, 4);
    }

    [Fact]
    public void Populations_in_different_spaces_have_no_distance()
    {
        PopulationModel In(double width) => new()
        {
            Name = "A" + width,
            Size = 10,
            Space = new PopulationSpace(SpaceKind.Ring, width, 0, 0, true, false),
        };
        var projection = new ProjectionModel
        {
            Name = "p",
            Source = 0,
            Target = 1,
            Port = "x",
            Weight = DrawnEdges.One,
            Delay = DrawnEdges.Millisecond,
            Rule = new ConnectionRule.Distance(DistanceKernel.Box, 1, 0.1, null),
        };
        var error = Assert.Throws<ProjectionException>(
            () => new Simulation.Connectivity.ProjectionEdges(projection, In(1), In(2), 1, 1e-4));
        Assert.Contains("different spaces", error.Message);
    }

    private static double Distance(int a, int b, SpaceKind kind, bool periodic)
    {
        double Along(double difference) =>
            periodic ? Math.Min(Math.Abs(difference), 1 - Math.Abs(difference)) : Math.Abs(difference);
        if (kind == SpaceKind.Ring)
            return Along((a - b) / (double)Cells);
        var (x, y) = (Along((a % 50 - b % 50) / 50.0), Along((a / 50 - b / 50) / 50.0));
        return Math.Sqrt(x * x + y * y);
    }

    private static double Kernel(DistanceKernel kernel, double d, double s) => kernel switch
    {
        DistanceKernel.Gaussian => Math.Exp(-d * d / (2 * s * s)),
        DistanceKernel.Exponential => Math.Exp(-d / s),
        DistanceKernel.VonMises => Math.Exp((Math.Cos(2 * Math.PI * d) - 1) / (s * s)),
        _ => d <= s + 1e-9 ? 1 : 0,
    };
}

using Isonomia.Simulation.PhasePlanes;

namespace Isonomia.Simulation.Tests.PhasePlanes;

public class PhasePlaneTests
{
    // FitzHugh 1961 (a 0.7, b 0.8, c 3 in the form of Izhikevich and FitzHugh 2006): without current one fixed point,
    // v^3/3 + v/4 + 7/8 = 0, real root -1.19941 (Cardano); it is a stable focus.
    [Fact]
    public void FitzHugh_Nagumo_rests_at_a_stable_focus()
    {
        var plane = PhasePlane.Compute((v, w) => (v - (v * v * v / 3) - w, 0.08 * (v + 0.7 - (0.8 * w))), -3, 3, -3, 3);
        var rest = Assert.Single(plane.FixedPoints);
        var v = -1.0;
        for (var i = 0; i < 50; i++)
            v -= ((v * v * v / 3) + (v / 4) + 0.875) / ((v * v) + 0.25);
        Assert.Equal(v, rest.X, 1e-9);
        Assert.Equal((v + 0.7) / 0.8, rest.Y, 1e-9);
        Assert.Equal(FixedPointKind.StableFocus, rest.Kind);
    }

    // With current 0.5 it lies on the middle branch and repels: the model fires.
    [Fact]
    public void Current_moves_the_fixed_point_of_FitzHugh_Nagumo_to_where_it_repels()
    {
        var plane = PhasePlane.Compute(
            (v, w) => (v - (v * v * v / 3) - w + 0.5, 0.08 * (v + 0.7 - (0.8 * w))), -3, 3, -3, 3);
        Assert.Equal(FixedPointKind.UnstableFocus, Assert.Single(plane.FixedPoints).Kind);
    }

    [Fact]
    public void A_double_well_has_two_attractors_and_a_saddle_between()
    {
        var plane = PhasePlane.Compute((x, y) => (x - (x * x * x) - (0 * y), -y), -2.05, 2, -1.03, 1);
        Assert.Equal([FixedPointKind.StableNode, FixedPointKind.Saddle, FixedPointKind.StableNode],
            plane.FixedPoints.Select(p => p.Kind));
        Assert.Equal([-1, 0, 1], plane.FixedPoints.Select(p => Math.Round(p.X, 9)));
    }

    // Linear interpolation within a square misses a circle of radius 1 by at most h^2/8, h = 4/240.
    [Fact]
    public void A_circular_nullcline_is_drawn_as_a_circle()
    {
        var plane = PhasePlane.Compute((x, y) => ((x * x) + (y * y) - 1, 1), -2, 2, -2, 2);
        Assert.True(plane.XNullcline.Length > 300);
        Assert.All(plane.XNullcline, p => Assert.Equal(1, Math.Sqrt((p.FromX * p.FromX) + (p.FromY * p.FromY)), 1e-4));
        Assert.Empty(plane.YNullcline);
        Assert.Empty(plane.FixedPoints);
    }

    [Fact]
    public void Where_the_field_is_not_a_number_nothing_is_drawn()
    {
        var plane = PhasePlane.Compute((x, y) => (Math.Sqrt(x) - 0.5, y), -1, 1, -1.1, 1);
        Assert.All(plane.XNullcline, p => Assert.Equal(0.25, p.FromX, 1e-3));
        Assert.Equal(0.25, Assert.Single(plane.FixedPoints).X, 1e-9);
    }
}

using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using MathNet.Numerics.Distributions;

namespace Isonomia.Inference.Tests.Locating;

public sealed class BoundedCoordinateTests
{
    public static TheoryData<double, double> CeilingsAndShifts => new()
    {
        { double.PositiveInfinity, 0 }, { 30, 1.5 }, { 12, -2 }, { 5, 0.3 }, { -1, 0 },
    };

    [Theory]
    [MemberData(nameof(CeilingsAndShifts))]
    public void Coordinates_have_no_limits_and_lead_back_to_their_values(double ceiling, double shift)
    {
        var bounds = new ParameterBounds(-3, 9) { Ceiling = ceiling, Shift = shift };
        var coordinate = new BoundedCoordinate(bounds);
        Assert.True(coordinate.IsOpen);
        for (var z = -6.0; z <= 6; z += 0.5)
        {
            var value = coordinate.Value(coordinate.Place(z));
            Assert.True(bounds.Holds(value));
            // Near a limit 1 - s has lost digits.
            Assert.Equal(z, coordinate.Of(value), 1e-4);
            var slope = (coordinate.Value(coordinate.Place(z + 1e-5)) - coordinate.Value(coordinate.Place(z - 1e-5))) / 2e-5;
            Assert.Equal(slope, coordinate.Slope(z, coordinate.Place(z)), 1e-6);
        }
    }

    [Fact]
    public void A_uniform_parameter_has_a_normal_coordinate()
    {
        var coordinate = new BoundedCoordinate(new(0, 1));
        // Bowling et al. 2009 give 0.00014 as the greatest error of their approximation.
        for (var z = -4.0; z <= 4; z += 0.1)
            Assert.Equal(Normal.CDF(0, 1, z), coordinate.Place(z), 0.00015);
    }

    [Fact]
    public void There_is_nothing_beneath_a_ceiling_below_the_floor() =>
        Assert.False(new BoundedCoordinate(new(2, 5) { Ceiling = 1 }).IsOpen);
}

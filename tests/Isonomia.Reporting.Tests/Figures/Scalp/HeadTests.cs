using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Figures.Scalp;

namespace Isonomia.Reporting.Tests.Figures.Scalp;

public class HeadTests
{
    private const double Rim = Math.PI / 2;

    [Fact]
    public void The_nose_is_up_and_the_right_ear_is_right()
    {
        var (x, y) = Direction3.Of(0, 1, 0).OnMap(Rim);
        Assert.Equal((0, 1), (Math.Round(x, 9), Math.Round(y, 9)));
        (x, y) = Direction3.Of(1, 0, 0).OnMap(Rim);
        Assert.Equal((1, 0), (Math.Round(x, 9), Math.Round(y, 9)));
        Assert.Equal((0, 0), Direction3.Of(0, 0, 1).OnMap(Rim));
    }

    [Fact]
    public void Going_to_the_map_and_back_is_going_nowhere()
    {
        var there = Direction3.Of(0.3, -0.5, -0.2);
        var (x, y) = there.OnMap(1.7);
        Assert.Equal(1, there.Dot(Direction3.FromMap(x, y, 1.7)), 1e-12);
    }

    // Head coordinates begin between the ears, some 4 cm below the middle of the sphere of the electrodes.
    [Fact]
    public void Directions_are_seen_from_the_middle_of_the_head_wherever_the_origin_is()
    {
        var random = new Random(5);
        Direction3[] true_ = [.. Enumerable.Range(0, 30).Select(_ =>
            Direction3.Of(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.1))];
        var found = HeadShape.Directions([.. true_.Select(d =>
            new Position(0.09 * d.X + 0.002, 0.09 * d.Y + 0.01, 0.09 * d.Z + 0.04))]);
        Assert.All(true_.Zip(found), p => Assert.Equal(1, p.First.Dot(p.Second), 1e-9));
    }

    [Fact]
    public void Sensors_that_leave_the_middle_open_are_seen_from_the_origin()
    {
        Position[] ring =
            [.. Enumerable.Range(0, 20).Select(i => new Position(0.09 * Math.Cos(i), 0.09 * Math.Sin(i), 0))];
        Assert.All(ring.Zip(HeadShape.Directions(ring)), p => Assert.Equal(p.First.X / 0.09, p.Second.X, 1e-9));
    }
}

using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests.Markup;

public class PathDataTests
{
    // A tenth of a unit is a fifteenth of a millimetre in print; rounding must not add up along the line.
    [Fact]
    public void A_long_line_ends_where_it_should()
    {
        var path = new PathData();
        for (var i = 0; i <= 3000; i++)
            path.To(i * 0.3333, Math.Sin(i) * 7);
        var line = Assert.Single(DrawnPath.Lines(path.ToString()));
        Assert.Equal(999.9, line[^1].X, 0.051);
        Assert.Equal(Math.Sin(3000) * 7, line[^1].Y, 0.051);
    }

    [Fact]
    public void A_point_without_a_place_parts_the_line()
    {
        var path = new PathData().To(0, 0).To(1, 1).To(double.NaN, 2).To(3, 3).To(4, double.PositiveInfinity).To(5, 5);
        Assert.Equal([[(0, 0), (1, 1)], [(3, 3), (3, 3)], [(5, 5), (5, 5)]], DrawnPath.Lines(path.ToString()));
    }

    [Fact]
    public void Steps_are_written_without_a_needless_sign() =>
        Assert.Equal("M10 20l1-1 .5 .3-2 0z",
            new PathData().To(10, 20).To(11, 19).To(11.5, 19.3).To(9.5, 19.3).Close().ToString());
}

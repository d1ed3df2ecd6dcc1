using Isonomia.Reporting.Figures.Scalp;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests.Figures.Scalp;

public class ContoursTests
{
    private const int Size = 61;

    private static double[] Grid(Func<double, double, double> value) =>
        [.. Enumerable.Range(0, Size * Size).Select(i => value(i % Size - 30, i / Size - 30))];

    // Of a cone the region above a level is a disc; chords of a polygon with edges of about one step lose 0.2 % of it.
    [Fact]
    public void A_hill_is_outlined_by_a_circle()
    {
        var path = Contours.Trace(Grid((x, y) => 30 - Math.Sqrt(x * x + y * y)), Size, 10, -30, -30, 1).ToString();
        var line = Assert.Single(DrawnPath.Lines(path));
        Assert.All(line, p => Assert.Equal(20, Math.Sqrt(p.X * p.X + p.Y * p.Y), 0.15));
        Assert.Equal(Math.PI * 400, DrawnPath.Area(path), 0.005 * Math.PI * 400);
    }

    [Fact]
    public void A_crater_is_a_hole()
    {
        var crater = Grid((x, y) => -Math.Abs(15 - Math.Sqrt(x * x + y * y)));
        var path = Contours.Trace(crater, Size, -5, -30, -30, 1).ToString();
        Assert.Equal(2, DrawnPath.Lines(path).Count);
        Assert.Equal(Math.PI * (400 - 100), DrawnPath.Area(path), 0.01 * Math.PI * 300);
    }

    [Fact]
    public void High_ground_that_reaches_the_edge_is_closed_along_it()
    {
        var path = Contours.Trace(Grid((x, _) => x), Size, 0, -30, -30, 1).ToString();
        Assert.Equal(30.0 * 60, DrawnPath.Area(path), 1.0);
        path = Contours.Trace(Grid((_, _) => 1), Size, 0, -30, -30, 1).ToString();
        Assert.Equal(60.0 * 60, DrawnPath.Area(path), 1.0);
        Assert.True(Contours.Trace(Grid((_, _) => -1), Size, 0, -30, -30, 1).IsEmpty);
    }

    [Fact]
    public void Every_outline_is_closed_on_rough_ground()
    {
        var random = new Random(1);
        var rough = Grid((_, _) => random.NextDouble());
        var path = Contours.Trace(rough, Size, 0.5, 0, 0, 1).ToString();
        Assert.Equal(path.Count(c => c == 'M'), path.Count(c => c == 'z'));
    }
}

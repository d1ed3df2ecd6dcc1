using System.Collections.Immutable;

namespace Isonomia.Simulation.PhasePlanes;

/// <summary>The zero contour of values on a grid, by marching squares (Lorensen and Cline 1987, in two dimensions).</summary>
internal static class Contour
{
    public static ImmutableArray<PlaneSegment> Zero(
        double[,] values, double lowX, double stepX, double lowY, double stepY)
    {
        var pieces = ImmutableArray.CreateBuilder<PlaneSegment>();
        Span<(double X, double Y)> crossings = stackalloc (double, double)[4];
        for (var i = 0; i + 1 < values.GetLength(0); i++)
        {
            for (var j = 0; j + 1 < values.GetLength(1); j++)
            {
                var (a, b, c, d) = (values[i, j], values[i + 1, j], values[i + 1, j + 1], values[i, j + 1]);
                if (!double.IsFinite(a + b + c + d))
                    continue;
                var count = 0;
                if (a < 0 != b < 0)
                    crossings[count++] = (i + (a / (a - b)), j);
                if (b < 0 != c < 0)
                    crossings[count++] = (i + 1, j + (b / (b - c)));
                if (c < 0 != d < 0)
                    crossings[count++] = (i + 1 - (c / (c - d)), j + 1);
                if (d < 0 != a < 0)
                    crossings[count++] = (i, j + 1 - (d / (d - a)));

                // Four crossings: the middle says which pairs belong together.
                var shift = count == 4 && (a + b + c + d < 0) == a < 0 ? 1 : 0;
                for (var k = 0; k < count; k += 2)
                {
                    var (from, to) = (crossings[(k + shift) % count], crossings[(k + shift + 1) % count]);
                    pieces.Add(new PlaneSegment(lowX + (from.X * stepX), lowY + (from.Y * stepY),
                        lowX + (to.X * stepX), lowY + (to.Y * stepY)));
                }
            }
        }

        return pieces.ToImmutable();
    }
}

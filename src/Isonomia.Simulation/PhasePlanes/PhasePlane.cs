using System.Collections.Immutable;

namespace Isonomia.Simulation.PhasePlanes;

/// <summary>
/// The phase plane of a two-variable model within a window: the curves on which one variable stands still (nullclines)
/// and where they cross (fixed points).
/// </summary>
/// <param name="XNullcline">Pieces of the curve dx/dt = 0: pairs of points joined by a straight line.</param>
/// <param name="YNullcline">Pieces of the curve dy/dt = 0.</param>
/// <param name="FixedPoints">Where both stand still, by their first variable.</param>
public sealed record PhasePlane(
    ImmutableArray<PlaneSegment> XNullcline, ImmutableArray<PlaneSegment> YNullcline,
    ImmutableArray<FixedPoint> FixedPoints)
{
    // Squares a side; a nullcline's place within one is interpolated, so that 240 draw a smooth curve.
    private const int Squares = 240;

    /// <summary>Computes the plane within a window.</summary>
    /// <param name="field">The model's derivatives; values that are not finite break the curves.</param>
    /// <param name="lowX">The window's left edge.</param>
    /// <param name="highX">Its right edge.</param>
    /// <param name="lowY">Its lower edge.</param>
    /// <param name="highY">Its upper edge.</param>
    public static PhasePlane Compute(PlaneField field, double lowX, double highX, double lowY, double highY)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (dx, dy) = (new double[Squares + 1, Squares + 1], new double[Squares + 1, Squares + 1]);
        var (stepX, stepY) = ((highX - lowX) / Squares, (highY - lowY) / Squares);
        for (var i = 0; i <= Squares; i++)
        {
            for (var j = 0; j <= Squares; j++)
                (dx[i, j], dy[i, j]) = field(lowX + (i * stepX), lowY + (j * stepY));
        }

        var points = new List<FixedPoint>();
        for (var i = 0; i < Squares; i++)
        {
            for (var j = 0; j < Squares; j++)
            {
                if (Changes(dx, i, j) && Changes(dy, i, j)
                    && Refine(field, lowX + ((i + 0.5) * stepX), lowY + ((j + 0.5) * stepY), stepX, stepY) is { } found
                    && !points.Exists(p => Math.Abs(p.X - found.X) < stepX / 10 && Math.Abs(p.Y - found.Y) < stepY / 10))
                {
                    points.Add(found);
                }
            }
        }

        return new PhasePlane(
            Contour.Zero(dx, lowX, stepX, lowY, stepY), Contour.Zero(dy, lowX, stepX, lowY, stepY),
            [.. points.OrderBy(p => p.X).ThenBy(p => p.Y)]);
    }

    private static bool Changes(double[,] values, int i, int j)
    {
        var (a, b, c, d) = (values[i, j], values[i + 1, j], values[i, j + 1], values[i + 1, j + 1]);
        return Math.Min(Math.Min(a, b), Math.Min(c, d)) <= 0 && Math.Max(Math.Max(a, b), Math.Max(c, d)) >= 0;
    }

    // Newton's iteration from the middle of a square, kept if it stays near.
    private static FixedPoint? Refine(PlaneField field, double startX, double startY, double stepX, double stepY)
    {
        var (x, y) = (startX, startY);
        for (var iteration = 0; iteration < 30; iteration++)
        {
            var (fx, fy) = field(x, y);
            var (a, b, c, d) = Jacobian(field, x, y, stepX, stepY);
            var determinant = (a * d) - (b * c);
            var (moveX, moveY) = (((d * fx) - (b * fy)) / determinant, ((a * fy) - (c * fx)) / determinant);
            (x, y) = (x - moveX, y - moveY);
            if (!(Math.Abs(x - startX) <= 1.5 * stepX) || !(Math.Abs(y - startY) <= 1.5 * stepY))
                return null;
            if (Math.Abs(moveX) < 1e-10 * stepX && Math.Abs(moveY) < 1e-10 * stepY)
                break;
        }

        return new FixedPoint(x, y, Classify(Jacobian(field, x, y, stepX, stepY)));
    }

    private static (double A, double B, double C, double D) Jacobian(
        PlaneField field, double x, double y, double stepX, double stepY)
    {
        // Central differences over a thousandth of a square: rounding and curvature both stay below 1e-6.
        var (hx, hy) = (stepX / 1000, stepY / 1000);
        var (right, left) = (field(x + hx, y), field(x - hx, y));
        var (above, below) = (field(x, y + hy), field(x, y - hy));
        return ((right.X - left.X) / (2 * hx), (above.X - below.X) / (2 * hy),
            (right.Y - left.Y) / (2 * hx), (above.Y - below.Y) / (2 * hy));
    }

    private static FixedPointKind Classify((double A, double B, double C, double D) j)
    {
        var (trace, determinant) = (j.A + j.D, (j.A * j.D) - (j.B * j.C));
        var scale = Math.Abs(j.A) + Math.Abs(j.D) + Math.Sqrt(Math.Abs(j.B * j.C));
        if (Math.Abs(determinant) < 1e-7 * scale * scale)
            return FixedPointKind.Marginal;
        if (determinant < 0)
            return FixedPointKind.Saddle;
        if (Math.Abs(trace) < 1e-7 * scale)
            return FixedPointKind.Marginal;
        var rotates = trace * trace < 4 * determinant;
        return (trace < 0, rotates) switch
        {
            (true, true) => FixedPointKind.StableFocus,
            (true, false) => FixedPointKind.StableNode,
            (false, true) => FixedPointKind.UnstableFocus,
            (false, false) => FixedPointKind.UnstableNode,
        };
    }
}

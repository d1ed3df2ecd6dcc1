using Isonomia.Measurement.Recordings;

namespace Isonomia.Reporting.Figures.Scalp;

/// <summary>
/// Directions of sensors from the middle of the sphere that fits them best (least squares), since positions are given
/// in a frame whose origin lies between the ears, below that middle.
/// </summary>
public static class HeadShape
{
    /// <summary>Fewer sensors than this, or a fit that is no head, and the frame's own origin is used.</summary>
    private const int FewestForFit = 12;

    /// <summary>The directions, in the order of the positions.</summary>
    public static Direction3[] Directions(Position[] positions)
    {
        var (x, y, z) = Centre(positions);
        return Array.ConvertAll(positions, p => Direction3.Of(p.X - x, p.Y - y, p.Z - z));
    }

    // |p|^2 = 2 c.p + (R^2 - |c|^2) is linear in the centre c and the last term.
    private static (double X, double Y, double Z) Centre(Position[] positions)
    {
        if (positions.Length < FewestForFit)
            return default;
        var size = 0.0;
        foreach (var p in positions)
            size = Math.Max(size, Math.Sqrt(p.X * p.X + p.Y * p.Y + p.Z * p.Z));
        if (!(size > 0))
            return default;
        var normal = new double[4, 5];
        foreach (var p in positions)
        {
            double[] row = [p.X / size, p.Y / size, p.Z / size, 1];
            var squared = row[0] * row[0] + row[1] * row[1] + row[2] * row[2];
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < 4; j++)
                    normal[i, j] += row[i] * row[j];
                normal[i, 4] += row[i] * squared;
            }
        }

        for (var k = 0; k < 4; k++)
        {
            // Sensors in a plane or on a circle leave the centre open.
            if (normal[k, k] < 1e-3)
                return default;
            for (var i = 0; i < 4; i++)
            {
                var factor = i == k ? 0 : normal[i, k] / normal[k, k];
                for (var j = k; j < 5 && i != k; j++)
                    normal[i, j] -= factor * normal[k, j];
            }
        }

        var x = normal[0, 4] / normal[0, 0] / 2;
        var y = normal[1, 4] / normal[1, 1] / 2;
        var z = normal[2, 4] / normal[2, 2] / 2;
        return Math.Sqrt(x * x + y * y + z * z) < 0.6 ? (x * size, y * size, z * size) : default;
    }
}

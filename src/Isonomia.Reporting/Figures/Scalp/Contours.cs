using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures.Scalp;

/// <summary>
/// Outlines of the region of a square grid where values reach a level (marching squares). The grid counts as
/// surrounded by lower values, so that every outline is closed and the region can be filled by the even-odd rule.
/// </summary>
public static class Contours
{
    /// <summary>Traces the outlines.</summary>
    /// <param name="values">Row by row, <paramref name="size"/> to a row; all finite.</param>
    /// <param name="size">Points along a side.</param>
    /// <param name="level">The level.</param>
    /// <param name="left">Coordinate of the first column.</param>
    /// <param name="top">Coordinate of the first row.</param>
    /// <param name="step">Distance between neighbouring points.</param>
    public static PathData Trace(double[] values, int size, double level, double left, double top, double step)
    {
        // Edges are numbered by the point they start from: to the right first, then those downwards.
        var padded = size + 2;
        var next = new int[2 * padded * padded];
        Array.Fill(next, -1);
        for (var row = 0; row < padded - 1; row++)
        {
            for (var column = 0; column < padded - 1; column++)
                Link(next, row, column);
        }

        var path = new PathData();
        for (var start = 0; start < next.Length; start++)
        {
            for (var edge = start; next[edge] >= 0;)
            {
                var (x, y) = Crossing(edge);
                path.To(x, y);
                (edge, next[edge]) = (next[edge], -1);
                if (edge == start)
                    path.Close();
            }
        }

        return path;

        double At(int row, int column) => row > 0 && row <= size && column > 0 && column <= size
            ? values[(row - 1) * size + column - 1] - level
            : double.NegativeInfinity;

        // Joins the crossings of one cell, the higher ground on the left of the line.
        void Link(int[] next, int row, int column)
        {
            var up = row * padded + column;
            var down = up + padded;
            var (leftEdge, rightEdge) = (up + padded * padded, up + 1 + padded * padded);
            var which = (At(row, column) >= 0 ? 8 : 0) | (At(row, column + 1) >= 0 ? 4 : 0)
                | (At(row + 1, column + 1) >= 0 ? 2 : 0) | (At(row + 1, column) >= 0 ? 1 : 0);
            switch (which)
            {
                case 1: next[leftEdge] = down; break;
                case 2: next[down] = rightEdge; break;
                case 3: next[leftEdge] = rightEdge; break;
                case 4: next[rightEdge] = up; break;
                case 5: next[leftEdge] = up; next[rightEdge] = down; break;
                case 6: next[down] = up; break;
                case 7: next[leftEdge] = up; break;
                case 8: next[up] = leftEdge; break;
                case 9: next[up] = down; break;
                case 10: next[up] = rightEdge; next[down] = leftEdge; break;
                case 11: next[up] = rightEdge; break;
                case 12: next[rightEdge] = leftEdge; break;
                case 13: next[rightEdge] = down; break;
                case 14: next[down] = leftEdge; break;
            }
        }

        (double X, double Y) Crossing(int edge)
        {
            var downwards = edge >= padded * padded;
            var (row, column) = Math.DivRem(edge % (padded * padded), padded);
            var (from, to) = (At(row, column), downwards ? At(row + 1, column) : At(row, column + 1));
            var part = double.IsInfinity(from) ? 1 : double.IsInfinity(to) ? 0 : from / (from - to);
            var (x, y) = downwards ? (column - 1.0, row - 1 + part) : (column - 1 + part, row - 1.0);
            return (left + x * step, top + y * step);
        }
    }
}

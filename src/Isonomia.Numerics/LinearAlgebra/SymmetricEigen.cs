namespace Isonomia.Numerics.LinearAlgebra;

/// <summary>
/// Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's cyclic rotations (Golub and Van Loan 2013,
/// section 8.5.3): accurate to rounding, and the same bits everywhere. About 10 n^3 operations a sweep, and six to ten
/// sweeps.
/// </summary>
public sealed class SymmetricEigen
{
    private const int MostSweeps = 60;

    private SymmetricEigen(double[] values, double[][] vectors) => (Values, Vectors) = (values, vectors);

    /// <summary>Eigenvalues, falling.</summary>
    public double[] Values { get; }

    /// <summary>Eigenvectors of unit length, in the order of their values.</summary>
    public double[][] Vectors { get; }

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">n x n numbers, row by row; the upper triangle is taken for both.</param>
    /// <param name="n">Rows and columns.</param>
    /// <exception cref="ArgumentException">There are not n x n numbers.</exception>
    public static SymmetricEigen Of(ReadOnlySpan<double> matrix, int n)
    {
        if (n < 1 || matrix.Length != n * n)
            throw new ArgumentException($"{matrix.Length} numbers are no matrix of {n} x {n}", nameof(matrix));
        var (a, v) = (new double[n, n], new double[n, n]);
        for (var i = 0; i < n; i++)
        {
            v[i, i] = 1;
            for (var j = i; j < n; j++)
                a[i, j] = a[j, i] = matrix[(i * n) + j];
        }

        for (var sweep = 0; sweep < MostSweeps && Sweep(a, v, n); sweep++)
        {
        }

        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ThenBy(i => i)];
        return new SymmetricEigen([.. order.Select(i => a[i, i])],
            [.. order.Select(i => Enumerable.Range(0, n).Select(k => v[k, i]).ToArray())]);
    }

    // Whether anything was rotated.
    private static bool Sweep(double[,] a, double[,] v, int n)
    {
        var rotated = false;
        for (var p = 0; p < n - 1; p++)
        {
            for (var q = p + 1; q < n; q++)
            {
                if (Math.Abs(a[p, q]) <= 1e-16 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])) || a[p, q] == 0)
                    continue;
                rotated = true;
                var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
                var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                var c = 1 / Math.Sqrt((t * t) + 1);
                Rotate(a, v, n, (p, q), c, t * c);
            }
        }

        return rotated;
    }

    private static void Rotate(double[,] a, double[,] v, int n, (int P, int Q) at, double c, double s)
    {
        var (p, q) = at;
        for (var k = 0; k < n; k++)
        {
            var (x, y) = (a[k, p], a[k, q]);
            (a[k, p], a[k, q]) = ((c * x) - (s * y), (s * x) + (c * y));
        }

        for (var k = 0; k < n; k++)
        {
            var (x, y) = (a[p, k], a[q, k]);
            (a[p, k], a[q, k]) = ((c * x) - (s * y), (s * x) + (c * y));
            (x, y) = (v[k, p], v[k, q]);
            (v[k, p], v[k, q]) = ((c * x) - (s * y), (s * x) + (c * y));
        }

        a[p, q] = a[q, p] = 0;
    }
}

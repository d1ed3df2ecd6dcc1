namespace Isonomia.Numerics.LinearAlgebra.Kernels;

/// <summary>
/// Solves small real systems over and over without allocating (Newton steps): Gaussian elimination with partial
/// pivoting in place, row-major, about n^3/3 products.
/// </summary>
public static class RealLu
{
    /// <summary>Solves A x = b; A is overwritten, b becomes x.</summary>
    /// <param name="matrix">A, n x n, row by row.</param>
    /// <param name="vector">b, then x.</param>
    /// <returns>Whether A is regular; otherwise b is left half done.</returns>
    public static bool Solve(Span<double> matrix, Span<double> vector)
    {
        var n = vector.Length;
        for (var k = 0; k < n; k++)
        {
            var best = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(matrix[(i * n) + k]) > Math.Abs(matrix[(best * n) + k]))
                    best = i;
            }

            var pivot = matrix[(best * n) + k];
            if (pivot == 0 || !double.IsFinite(pivot))
                return false;
            if (best != k)
            {
                for (var j = k; j < n; j++)
                    (matrix[(k * n) + j], matrix[(best * n) + j]) = (matrix[(best * n) + j], matrix[(k * n) + j]);
                (vector[k], vector[best]) = (vector[best], vector[k]);
            }

            for (var i = k + 1; i < n; i++)
            {
                var factor = matrix[(i * n) + k] / pivot;
                if (factor == 0)
                    continue;
                for (var j = k + 1; j < n; j++)
                    matrix[(i * n) + j] -= factor * matrix[(k * n) + j];
                vector[i] -= factor * vector[k];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
                vector[i] -= matrix[(i * n) + j] * vector[j];
            vector[i] /= matrix[(i * n) + i];
        }

        return true;
    }
}

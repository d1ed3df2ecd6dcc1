namespace Isonomia.Numerics.LinearAlgebra;

/// <summary>
/// The exponential of a small dense matrix, by the Padé approximant of degree 13 with scaling and squaring (Higham
/// 2005, doi:10.1137/04061101X). What is computed is exp(A) - I, which keeps its relative accuracy where A is small and
/// is what a step adds, x + (exp(A dt) - I) x: the approximant minus one is 2 (V - U)^-1 U, and squaring takes E to
/// 2E + E². The matrix is balanced first (by powers of two, so that this costs no rounding), because models mix volts
/// with amperes and their matrices are badly scaled.
/// </summary>
public static class MatrixExponential
{
    // The largest 1-norm for which degree 13 reaches double precision (Higham 2005, table 2.3).
    private const double LargestNorm = 5.371920351148152;

    private static readonly double[] Pade =
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
        670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    ];

    /// <summary>exp(A) - I, row by row, accurate also where A is small. Entries are NaN where A is not finite.</summary>
    /// <param name="matrix">A, row by row.</param>
    /// <param name="size">Its rows and columns.</param>
    /// <exception cref="ArgumentException">The matrix does not have size x size entries.</exception>
    public static double[] MinusIdentity(ReadOnlySpan<double> matrix, int size)
    {
        if (size < 1 || matrix.Length != size * size)
            throw new ArgumentException($"{matrix.Length} entries do not make a matrix of {size} x {size}.");
        var a = matrix.ToArray();
        if (!Array.TrueForAll(a, double.IsFinite))
        {
            Array.Fill(a, double.NaN);
            return a;
        }

        var scales = Balance(a, size);
        var squarings = Math.Max(0, (int)Math.Ceiling(Math.Log2(Norm(a, size) / LargestNorm)));
        for (var i = 0; i < a.Length; i++)
            a[i] = Math.ScaleB(a[i], -squarings);

        var result = Approximant(a, size);
        for (var k = 0; k < squarings; k++)
        {
            var square = Product(result, result, size);
            for (var i = 0; i < square.Length; i++)
                square[i] += 2 * result[i];
            result = square;
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                result[(i * size) + j] *= scales[i] / scales[j];
        }

        return result;
    }

    // Replaces A by D^-1 A D and returns the diagonal of D. A row's and a column's norms include the diagonal, so that
    // triangular matrices are balanced too.
    private static double[] Balance(double[] a, int n)
    {
        var scales = new double[n];
        Array.Fill(scales, 1);
        for (var (changed, round) = (true, 0); changed && round < 50; round++)
        {
            changed = false;
            for (var i = 0; i < n; i++)
            {
                var (row, column) = (0.0, 0.0);
                for (var j = 0; j < n; j++)
                    (row, column) = (row + Math.Abs(a[(i * n) + j]), column + Math.Abs(a[(j * n) + i]));
                if (row == 0 || column == 0)
                    continue;
                var exponent = (int)Math.Round(Math.Log2(row / column) / 2);
                var factor = Math.ScaleB(1, exponent);
                if (exponent == 0 || (row / factor) + (column * factor) > 0.95 * (row + column))
                    continue;
                changed = true;
                scales[i] *= factor;
                for (var j = 0; j < n; j++)
                {
                    a[(i * n) + j] /= factor;
                    a[(j * n) + i] *= factor;
                }
            }
        }

        return scales;
    }

    // r13(A) - I = 2 (V - U)^-1 U, where U and V are the odd and even parts of the numerator (Higham 2005, eq. 2.4).
    private static double[] Approximant(double[] a, int n)
    {
        var a2 = Product(a, a, n);
        var a4 = Product(a2, a2, n);
        var a6 = Product(a4, a2, n);
        var (highOdd, odd) = (new double[n * n], new double[n * n]);
        var (highEven, even) = (new double[n * n], new double[n * n]);
        for (var i = 0; i < a.Length; i++)
        {
            highOdd[i] = (Pade[13] * a6[i]) + (Pade[11] * a4[i]) + (Pade[9] * a2[i]);
            odd[i] = (Pade[7] * a6[i]) + (Pade[5] * a4[i]) + (Pade[3] * a2[i]);
            highEven[i] = (Pade[12] * a6[i]) + (Pade[10] * a4[i]) + (Pade[8] * a2[i]);
            even[i] = (Pade[6] * a6[i]) + (Pade[4] * a4[i]) + (Pade[2] * a2[i]);
        }

        var (upOdd, upEven) = (Product(a6, highOdd, n), Product(a6, highEven, n));
        for (var i = 0; i < a.Length; i++)
        {
            odd[i] += upOdd[i];
            even[i] += upEven[i];
        }

        for (var i = 0; i < n; i++)
        {
            odd[(i * n) + i] += Pade[1];
            even[(i * n) + i] += Pade[0];
        }

        var u = Product(a, odd, n);
        for (var i = 0; i < a.Length; i++)
            (even[i], u[i]) = (even[i] - u[i], 2 * u[i]);
        Solve(even, u, n);
        return u;
    }

    // Gaussian elimination with row pivoting; the right sides become the solution. V - U is never near singular here.
    private static void Solve(double[] a, double[] right, int n)
    {
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[(i * n) + k]) > Math.Abs(a[(pivot * n) + k]))
                    pivot = i;
            }

            for (var j = 0; j < n && pivot != k; j++)
            {
                (a[(k * n) + j], a[(pivot * n) + j]) = (a[(pivot * n) + j], a[(k * n) + j]);
                (right[(k * n) + j], right[(pivot * n) + j]) = (right[(pivot * n) + j], right[(k * n) + j]);
            }

            for (var i = k + 1; i < n; i++)
                Subtract(i, k, a[(i * n) + k] / a[(k * n) + k]);
        }

        for (var k = n - 1; k >= 0; k--)
        {
            for (var j = 0; j < n; j++)
                right[(k * n) + j] /= a[(k * n) + k];
            for (var i = 0; i < k; i++)
            {
                for (var j = 0; j < n; j++)
                    right[(i * n) + j] -= a[(i * n) + k] * right[(k * n) + j];
            }
        }

        void Subtract(int i, int k, double factor)
        {
            for (var j = 0; j < n; j++)
            {
                a[(i * n) + j] -= factor * a[(k * n) + j];
                right[(i * n) + j] -= factor * right[(k * n) + j];
            }
        }
    }

    private static double Norm(double[] a, int n)
    {
        var largest = 0.0;
        for (var j = 0; j < n; j++)
        {
            var sum = 0.0;
            for (var i = 0; i < n; i++)
                sum += Math.Abs(a[(i * n) + j]);
            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    private static double[] Product(double[] a, double[] b, int n)
    {
        var c = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < n; k++)
            {
                var factor = a[(i * n) + k];
                for (var j = 0; factor != 0 && j < n; j++)
                    c[(i * n) + j] += factor * b[(k * n) + j];
            }
        }

        return c;
    }
}

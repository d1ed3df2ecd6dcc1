using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// Single eigenpairs of a symmetric tridiagonal matrix: eigenvalues by bisection on Sturm's count, eigenvectors by
/// inverse iteration (Golub and Van Loan 2013, sections 8.4.1 and 7.6.1). The entry beside[i] couples i and i + 1.
/// </summary>
internal sealed class SymmetricTridiagonal(double[] diagonal, double[] beside)
{
    private readonly int n = diagonal.Length;

    /// <summary>A rounding error of the matrix's size: the finest eigenvalue distance, the smallest pivot.</summary>
    private readonly double grain = Math.ScaleB(diagonal.Max(Math.Abs) + (2 * beside.Max(Math.Abs)), -52);

    /// <summary>The eigenvalue that has <paramref name="below"/> others under it, to machine precision.</summary>
    public double Eigenvalue(int below)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < n; i++)
        {
            var radius = (i > 0 ? Math.Abs(beside[i - 1]) : 0) + (i < n - 1 ? Math.Abs(beside[i]) : 0);
            low = Math.Min(low, diagonal[i] - radius);
            high = Math.Max(high, diagonal[i] + radius);
        }

        while (high - low > grain)
        {
            var middle = low + ((high - low) / 2);
            if (CountBelow(middle) > below)
                high = middle;
            else
                low = middle;
        }

        return low + ((high - low) / 2);
    }

    /// <summary>The unit eigenvector of an eigenvalue, from a start that is not orthogonal to it.</summary>
    public double[] Eigenvector(double eigenvalue, double[] start)
    {
        var vector = (double[])start.Clone();
        for (var round = 0; round < 4; round++)
        {
            Normalise(vector);
            SolveShifted(eigenvalue, vector);
        }

        Normalise(vector);
        return vector;
    }

    private static void Normalise(double[] vector)
    {
        var scale = 1 / Math.Sqrt(Sums.OfProducts(vector, vector));
        Elementwise.Scale(vector, scale);
    }

    /// <summary>How many eigenvalues lie below a shift: the negative pivots of the shifted matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountBelow(double shift)
    {
        var count = 0;
        var pivot = 1.0;
        for (var i = 0; i < n; i++)
        {
            var coupling = i > 0 ? beside[i - 1] * beside[i - 1] / pivot : 0;
            pivot = diagonal[i] - shift - coupling;
            if (pivot == 0)
                pivot = -grain;
            if (pivot < 0)
                count++;
        }

        return count;
    }

    /// <summary>Solves (T - shift) x = x by elimination with row exchanges; a vanishing pivot is nudged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveShifted(double shift, double[] x)
    {
        var first = new double[n];
        var second = new double[n];
        var third = new double[n];
        var (rowDiagonal, rowNext) = (diagonal[0] - shift, n > 1 ? beside[0] : 0);
        for (var i = 0; i < n - 1; i++)
        {
            var below = beside[i];
            var belowDiagonal = diagonal[i + 1] - shift;
            var belowNext = i < n - 2 ? beside[i + 1] : 0;
            if (Math.Abs(rowDiagonal) >= Math.Abs(below))
            {
                first[i] = rowDiagonal == 0 ? grain : rowDiagonal;
                second[i] = rowNext;
                var factor = below / first[i];
                rowDiagonal = belowDiagonal - (factor * rowNext);
                rowNext = belowNext;
                x[i + 1] -= factor * x[i];
            }
            else
            {
                (first[i], second[i], third[i]) = (below, belowDiagonal, belowNext);
                var factor = rowDiagonal / below;
                rowDiagonal = rowNext - (factor * belowDiagonal);
                rowNext = -factor * belowNext;
                (x[i], x[i + 1]) = (x[i + 1], x[i] - (factor * x[i + 1]));
            }
        }

        first[n - 1] = rowDiagonal == 0 ? grain : rowDiagonal;
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            if (i < n - 1)
                sum -= second[i] * x[i + 1];
            if (i < n - 2)
                sum -= third[i] * x[i + 2];
            x[i] = sum / first[i];
        }
    }
}

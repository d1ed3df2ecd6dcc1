using System.Diagnostics.CodeAnalysis;

namespace Isonomia.Numerics.LinearAlgebra;

/// <summary>
/// X = QR of a tall matrix by Householder reflections, without pivoting. The matrix is overwritten: R on and above
/// the diagonal, the reflectors below it.
/// </summary>
public sealed class HouseholderQr
{
    private readonly double[] matrix;
    private readonly double[] head;
    private readonly double[] diagonal;

    private HouseholderQr(double[] columnMajor, int rows, int columns)
    {
        if (columns < 1 || rows < columns || columnMajor.Length != (long)rows * columns)
            throw new ArgumentException($"{columnMajor.Length} items do not make a tall matrix of {rows} x {columns}.");
        (matrix, Rows, Columns) = (columnMajor, rows, columns);
        head = new double[columns];
        diagonal = new double[columns];
    }

    /// <summary>Rows of the matrix.</summary>
    public int Rows { get; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns { get; }

    /// <summary>Factorises a matrix whose columns are linearly independent.</summary>
    /// <param name="columnMajor">The matrix, column after column; it is overwritten and kept.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns, at most as many.</param>
    /// <param name="qr">The factors; null where the columns are dependent to rounding, or hold NaN.</param>
    /// <returns>Whether the columns are independent.</returns>
    /// <exception cref="ArgumentException">Sizes disagree.</exception>
    public static bool TryFactor(
        double[] columnMajor, int rows, int columns, [NotNullWhen(true)] out HouseholderQr? qr)
    {
        ArgumentNullException.ThrowIfNull(columnMajor);
        qr = new HouseholderQr(columnMajor, rows, columns);
        for (var k = 0; k < columns; k++)
        {
            if (qr.TryReflect(k))
                continue;
            qr = null;
            return false;
        }

        return true;
    }

    /// <summary>Replaces a vector of as many items as rows by Q transposed times it.</summary>
    public void ApplyTransposedQ(Span<double> vector)
    {
        for (var k = 0; k < Columns; k++)
            Apply(k, vector);
    }

    /// <summary>Solves R b = the first items of <paramref name="right"/>.</summary>
    public void SolveR(ReadOnlySpan<double> right, Span<double> solution)
    {
        for (var i = Columns - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var j = i + 1; j < Columns; j++)
                sum -= matrix[j * Rows + i] * solution[j];
            solution[i] = sum / diagonal[i];
        }
    }

    /// <summary>The inverse of X'X, from the inverse of R; row after row.</summary>
    public double[] InverseGram()
    {
        var inverse = new double[Columns * Columns];
        var unit = new double[Columns];
        var column = new double[Columns];
        for (var k = 0; k < Columns; k++)
        {
            Array.Clear(unit);
            unit[k] = 1;
            SolveR(unit, column);
            for (var i = 0; i <= k; i++)
            {
                for (var j = 0; j <= k; j++)
                    inverse[i * Columns + j] += column[i] * column[j];
            }
        }

        return inverse;
    }

    // Reflector k is I - v v' / (head v_k'), v being the stored column below the diagonal with head on it.
    private bool TryReflect(int k)
    {
        var column = matrix.AsSpan(k * Rows, Rows);
        var norm = Norm(column[k..]);
        var whole = Math.Sqrt(Norm(column[..k]) * Norm(column[..k]) + norm * norm);
        if (!(norm > whole * Rows * 2.220446049250313e-16))
            return false;
        diagonal[k] = column[k] > 0 ? -norm : norm;
        head[k] = column[k] - diagonal[k];
        for (var j = k + 1; j < Columns; j++)
            Apply(k, matrix.AsSpan(j * Rows, Rows));
        return true;
    }

    private void Apply(int k, Span<double> vector)
    {
        var v = matrix.AsSpan(k * Rows, Rows);
        var sum = head[k] * vector[k];
        for (var i = k + 1; i < Rows; i++)
            sum += v[i] * vector[i];
        // v'v = 2 |diagonal| |head|.
        sum /= -diagonal[k] * head[k];
        vector[k] -= sum * head[k];
        for (var i = k + 1; i < Rows; i++)
            vector[i] -= sum * v[i];
    }

    private static double Norm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (var value in x)
            sum += value * value;
        return Math.Sqrt(sum);
    }
}

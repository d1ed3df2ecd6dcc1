using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// The rightmost roots of a field's characteristic equation det D(s) = 0. With delays there are infinitely many: the
/// generator of the field's histories is discretised at Chebyshev points (pseudospectral method: Breda, Maset &amp;
/// Vermiglio 2005, doi:10.1137/030601600), histories being kept of the delayed states only, and each root that comes of
/// it is polished by Newton's method on D itself.
/// </summary>
public static class CharacteristicRoots
{
    private const int Points = 32;
    private const int MostSteps = 20;

    /// <summary>The roots, in descending order of their real part; of conjugates the one above the axis.</summary>
    /// <param name="field">The field near a fixed point.</param>
    /// <param name="count">How many are wanted; there may be fewer.</param>
    public static ImmutableArray<Complex> Rightmost(LinearField field, int count = 12)
    {
        ArgumentNullException.ThrowIfNull(field);
        var hasDelays = field.Delays.Any(d => d > 0) && field.Entries.Any(e => e.Delay >= 0 && e.Value != 0);
        var values = (hasDelays ? Generator(field) : Instantaneous(field)).Evd().EigenValues;
        var guesses = values.Where(v => v.Imaginary >= 0).OrderByDescending(v => v.Real).ToArray();
        if (!hasDelays)
            return [.. guesses.Take(count)];
        var found = new List<Complex>();
        var shortest = 1 / field.Delays.Max();
        foreach (var guess in guesses)
        {
            if (found.Count >= count && guess.Real < found.Min(f => f.Real))
                break;
            if (Polish(field, guess) is { } root && !found.Exists(f => (f - root).Magnitude < 1e-6 * (shortest + f.Magnitude)))
                found.Add(root);
        }

        return [.. found.OrderByDescending(f => f.Real).Take(count)];
    }

    // With all delays at zero, or none.
    private static Matrix<double> Instantaneous(LinearField field)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(field.Matrix(-1));
        for (var d = 0; d < field.Delays.Length; d++)
            matrix += Matrix<double>.Build.DenseOfArray(field.Matrix(d));
        return matrix;
    }

    private static Matrix<double> Generator(LinearField field)
    {
        var n = field.Size;
        int[] delayed = [.. field.Entries.Where(e => e.Delay >= 0).Select(e => e.Column).Distinct().Order()];
        var longest = field.Delays.Max();
        var size = n + (delayed.Length * Points);
        var generator = Matrix<double>.Build.Dense(size, size);

        // Row block 0: dx/dt, from the present and from the histories at the delays.
        foreach (var entry in field.Entries)
        {
            if (entry.Delay < 0)
            {
                generator[entry.Row, entry.Column] += entry.Value;
                continue;
            }

            var weights = Interpolation(1 - (2 * field.Delays[entry.Delay] / longest));
            for (var j = 0; j <= Points; j++)
                generator[entry.Row, Place(entry.Column, j)] += entry.Value * weights[j];
        }

        // The others: a history moves along its own slope.
        var slopes = Differentiation();
        foreach (var state in delayed)
        {
            for (var i = 1; i <= Points; i++)
            {
                for (var j = 0; j <= Points; j++)
                    generator[Place(state, i), Place(state, j)] = slopes[i, j] * 2 / longest;
            }
        }

        return generator;

        int Place(int state, int point) =>
            point == 0 ? state : n + (Array.BinarySearch(delayed, state) * Points) + point - 1;
    }

    private static double Node(int j) => Math.Cos(j * Math.PI / Points);

    // The barycentric weights at Chebyshev points: Lagrange's polynomials at x.
    private static double[] Interpolation(double x)
    {
        var weights = new double[Points + 1];
        var sum = 0.0;
        for (var j = 0; j <= Points; j++)
        {
            if (Math.Abs(x - Node(j)) < 1e-14)
            {
                Array.Clear(weights);
                weights[j] = 1;
                return weights;
            }

            weights[j] = (j % 2 == 0 ? 1 : -1) * (j is 0 or Points ? 0.5 : 1) / (x - Node(j));
            sum += weights[j];
        }

        return Array.ConvertAll(weights, w => w / sum);
    }

    private static double[,] Differentiation()
    {
        var matrix = new double[Points + 1, Points + 1];
        for (var i = 0; i <= Points; i++)
        {
            var sum = 0.0;
            for (var j = 0; j <= Points; j++)
            {
                if (i == j)
                    continue;
                var sign = (i + j) % 2 == 0 ? 1 : -1;
                var ends = (i is 0 or Points ? 2.0 : 1) / (j is 0 or Points ? 2.0 : 1);
                matrix[i, j] = ends * sign / (Node(i) - Node(j));
                sum += matrix[i, j];
            }

            matrix[i, i] = -sum;
        }

        return matrix;
    }

    // Newton's method on det D(s): the step is 1/trace(D^-1 D').
    private static Complex? Polish(LinearField field, Complex guess)
    {
        var s = guess;
        for (var step = 0; step < MostSteps; step++)
        {
            var (matrix, slope) = Characteristic(field, s);
            var trace = matrix.LU().Solve(slope).Trace();
            if (!double.IsFinite(trace.Real) || trace == Complex.Zero)
                return double.IsFinite(s.Real) && step > 0 ? s : null;
            var move = 1 / trace;
            s -= move;
            if (!double.IsFinite(s.Real) || s.Real > guess.Real + 1e6)
                return null;
            if (move.Magnitude < 1e-12 * (1 + s.Magnitude))
                return Math.Abs(s.Imaginary) < 1e-9 * (1 + s.Magnitude) ? new Complex(s.Real, 0)
                    : s.Imaginary < 0 ? Complex.Conjugate(s) : s;
        }

        return null;
    }

    private static (Matrix<Complex> Matrix, Matrix<Complex> Slope) Characteristic(LinearField field, Complex s)
    {
        var matrix = Matrix<Complex>.Build.DenseDiagonal(field.Size, s);
        var slope = Matrix<Complex>.Build.DenseIdentity(field.Size);
        foreach (var entry in field.Entries)
        {
            var delay = entry.Delay < 0 ? 0 : field.Delays[entry.Delay];
            var value = entry.Value * Complex.Exp(-s * delay);
            matrix[entry.Row, entry.Column] -= value;
            slope[entry.Row, entry.Column] += delay * value;
        }

        return (matrix, slope);
    }
}

using Isonomia.Numerics.LinearAlgebra;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations.Kernels;

namespace Isonomia.Simulation.Synapses;

/// <summary>
/// What states of synapses become in n steps without an event, exactly: of x' = A x + b, x(n) = x + M(n) x + g(n) with
/// M = exp(A n dt) - 1 and g the integral of exp(A s) b. A number of steps is taken byte by byte: tables hold M and g
/// for n = 0..255, then for 256 times that, and so on, so that any time between events takes at most four products, and
/// usually one or two. States that act on each other form a block; a table keeps what is not zero of M and g, block
/// after block.
/// </summary>
internal sealed class Propagation
{
    /// <summary>Entries of a table.</summary>
    public const int Radix = 256;

    /// <summary>Tables, one for each byte of a 32-bit number of steps.</summary>
    public const int Levels = 4;

    private Propagation(IReadOnlyList<Entry> entries, CellMemory factors) => (Entries, Factors) = (entries, factors);

    /// <summary>What a row of the tables holds, in order.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Level after level, number after number, entry after entry.</summary>
    public CellMemory Factors { get; }

    /// <summary>Computes the tables.</summary>
    /// <param name="rates">The matrix A in 1/s, row by row.</param>
    /// <param name="constants">The vector b.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="precision">The numbers of the tables.</param>
    public static Propagation Of(double[,] rates, double[] constants, double dt, Precision precision)
    {
        var blocks = Blocks(rates, constants);
        var tables = blocks.Select(b => Table(b, rates, constants, dt)).ToArray();
        var entries = new List<Entry>();
        var columns = new List<(int Block, int Column)>();
        for (var b = 0; b < blocks.Count; b++)
        {
            var size = blocks[b].Length;
            for (var k = 0; k < size * (size + 1); k++)
            {
                // What is zero at all times, as below the diagonal of a cascade, is never multiplied.
                if (!tables[b].Any(row => row[k] != 0))
                    continue;
                var column = k % (size + 1);
                entries.Add(new Entry(blocks[b][k / (size + 1)], column == size ? null : blocks[b][column]));
                columns.Add((b, k));
            }
        }

        var factors = new CellMemory(precision, Math.Max(1, Levels * Radix * entries.Count));
        for (var row = 0; row < Levels * Radix; row++)
        {
            for (var k = 0; k < entries.Count; k++)
                factors[row * entries.Count + k] = tables[columns[k].Block][row][columns[k].Column];
        }

        return new Propagation(entries, factors);
    }

    // exp of the matrix [A b; 0 0] n dt has M in its corner and g beside it.
    private static double[][] Table(int[] block, double[,] rates, double[] constants, double dt)
    {
        var size = block.Length;
        var generator = new double[(size + 1) * (size + 1)];
        var table = new double[Levels * Radix][];
        for (var row = 0; row < table.Length; row++)
        {
            var steps = row % Radix * Math.Pow(Radix, row / Radix);
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    generator[i * (size + 1) + j] = rates[block[i], block[j]] * dt * steps;
                generator[i * (size + 1) + size] = constants[block[i]] * dt * steps;
            }

            table[row] = size == 1 ? Single(generator[0], generator[1])
                : MatrixExponential.MinusIdentity(generator, size + 1)[..(size * (size + 1))];
        }

        return table;
    }

    private static double[] Single(double a, double b)
    {
        // (e^a - 1) without cancellation, by e^(a/2): e^a - 1 = 2 e^(a/2) sinh(a/2).
        var decay = 2 * Math.Exp(a / 2) * Math.Sinh(a / 2);
        if (a < -40)
            decay = Math.Exp(a) - 1;
        return [decay, a == 0 ? b : b * (decay / a)];
    }

    // States that act on each other, however indirectly; those that never change by themselves are in none.
    private static List<int[]> Blocks(double[,] rates, double[] constants)
    {
        var size = constants.Length;
        var group = Enumerable.Range(0, size).ToArray();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                if (i == j || rates[i, j] == 0)
                    continue;
                var (from, to) = (group[i], group[j]);
                for (var k = 0; k < size; k++)
                    group[k] = group[k] == from ? to : group[k];
            }
        }

        return [.. group.Distinct().Select(g => Enumerable.Range(0, size).Where(i => group[i] == g).ToArray())
            .Where(b => b.Any(i => constants[i] != 0 || b.Any(j => rates[i, j] != 0)))];
    }

    /// <summary>A number of a row: what <paramref name="From"/> (or a constant) adds to <paramref
    /// name="To"/>.</summary>
    /// <param name="To">Index of the state that changes.</param>
    /// <param name="From">Index of the state that acts; null for the constant.</param>
    internal readonly record struct Entry(int To, int? From);
}

using System.Numerics;
using Isonomia.Numerics.LinearAlgebra.Kernels;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// A field near a fixed point: dx/dt = J0 x(t) + sum over d of J_d x(t - tau_d) + B xi, observed as c x. Its
/// characteristic matrix is D(s) = s - J0 - sum of J_d exp(-s tau_d), its transfer function c D(s)^-1 B. All numbers
/// are in SI base units. One instance serves one thread at a time.
/// </summary>
public sealed class LinearField
{
    private readonly double[] cosines;
    private readonly double[] sines;

    /// <summary>Room for a system; its arrays are to be filled.</summary>
    /// <param name="size">The number of states.</param>
    /// <param name="entries">The number of slopes.</param>
    /// <param name="delays">The number of delays.</param>
    /// <param name="noises">The number of noises.</param>
    public LinearField(int size, int entries, int delays, int noises)
    {
        (Size, Noises) = (size, noises);
        (Entries, Delays) = (new LinearEntry[entries], new double[delays]);
        (Noise, Output) = (new double[size * noises], new double[size]);
        (cosines, sines) = (new double[delays], new double[delays]);
    }

    /// <summary>The number of states.</summary>
    public int Size { get; }

    /// <summary>The number of noises.</summary>
    public int Noises { get; }

    /// <summary>All slopes; several may stand at one place.</summary>
    public LinearEntry[] Entries { get; }

    /// <summary>The delays in seconds.</summary>
    public double[] Delays { get; }

    /// <summary>What multiplies each noise in each equation: B, states x noises, row by row.</summary>
    public double[] Noise { get; }

    /// <summary>The slopes of what is observed in the states: c.</summary>
    public double[] Output { get; }

    /// <summary>The slopes without delay, or those of one delay.</summary>
    /// <param name="delay">Which delay; -1 for none.</param>
    public double[,] Matrix(int delay)
    {
        var matrix = new double[Size, Size];
        foreach (var entry in Entries)
        {
            if (entry.Delay == delay)
                matrix[entry.Row, entry.Column] += entry.Value;
        }

        return matrix;
    }

    /// <summary>Fills in the characteristic matrix at a point of the complex plane.</summary>
    /// <param name="s">The point, in 1/s.</param>
    /// <param name="matrix">Receives it.</param>
    public void Characteristic(Complex s, ComplexLu matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Span<double> re = matrix.Real, im = matrix.Imaginary;
        re.Clear();
        im.Clear();
        for (var i = 0; i < Size; i++)
            (re[(i * Size) + i], im[(i * Size) + i]) = (s.Real, s.Imaginary);
        for (var d = 0; d < Delays.Length; d++)
        {
            var size = Math.Exp(-s.Real * Delays[d]);
            var (sine, cosine) = Math.SinCos(s.Imaginary * Delays[d]);
            (cosines[d], sines[d]) = (size * cosine, -size * sine);
        }

        foreach (ref readonly var entry in Entries.AsSpan())
        {
            var at = (entry.Row * Size) + entry.Column;
            if (entry.Delay < 0)
            {
                re[at] -= entry.Value;
            }
            else
            {
                re[at] -= entry.Value * cosines[entry.Delay];
                im[at] -= entry.Value * sines[entry.Delay];
            }
        }
    }
}

using System.Numerics;
using Isonomia.Numerics.LinearAlgebra.Kernels;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// The summed spectrum of spatial modes whose characteristic matrices differ in one row, as where a wave number stands
/// in one equation: one factorisation a frequency serves all modes by the formula of Sherman and Morrison, which makes
/// 15 modes a tenth as dear. One instance serves one thread at a time.
/// </summary>
internal sealed class ModeSpectrum
{
    private readonly int size;
    private readonly ComplexLu matrix;
    private readonly double[] rowRe;
    private readonly double[] rowIm;
    private readonly double[] columnRe;
    private readonly double[] columnIm;
    private readonly double[] inputRe;
    private readonly double[] inputIm;
    private readonly double[] changes;
    private readonly double[] weights;
    private int row;
    private int count;

    /// <summary>Room for the modes of a field.</summary>
    /// <param name="size">The number of states.</param>
    /// <param name="modes">The number of modes.</param>
    public ModeSpectrum(int size, int modes)
    {
        this.size = size;
        matrix = new ComplexLu(size);
        (rowRe, rowIm) = (new double[size], new double[size]);
        (columnRe, columnIm) = (new double[size], new double[size]);
        (inputRe, inputIm) = (new double[size], new double[size]);
        (changes, weights) = (new double[size * modes], new double[modes]);
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => (row, count) = (-1, 0);

    /// <summary>Takes a mode.</summary>
    /// <param name="uniform">The field in its uniform mode.</param>
    /// <param name="mode">The field in this mode.</param>
    /// <param name="weight">The mode's weight.</param>
    /// <returns>Whether it differs in that one row alone, and not in delayed slopes, noise or output.</returns>
    public bool Take(LinearField uniform, LinearField mode, double weight)
    {
        var own = changes.AsSpan(count * size, size);
        own.Clear();
        if (!uniform.Noise.AsSpan().SequenceEqual(mode.Noise) || !uniform.Output.AsSpan().SequenceEqual(mode.Output)
            || !uniform.Delays.AsSpan().SequenceEqual(mode.Delays))
        {
            return false;
        }

        for (var i = 0; i < uniform.Entries.Length; i++)
        {
            var (before, after) = (uniform.Entries[i], mode.Entries[i]);
            if (before.Value == after.Value)
                continue;
            if (after.Delay >= 0 || (row >= 0 && row != after.Row))
                return false;
            row = after.Row;
            own[after.Column] -= after.Value - before.Value;
        }

        weights[count++] = weight;
        return true;
    }

    /// <summary>Adds the density of all modes that were taken.</summary>
    /// <param name="uniform">The field in its uniform mode.</param>
    /// <param name="frequencies">The frequencies in hertz.</param>
    /// <param name="density">What is added to.</param>
    public void Add(LinearField uniform, ReadOnlySpan<double> frequencies, Span<double> density)
    {
        for (var f = 0; f < frequencies.Length; f++)
        {
            uniform.Characteristic(new Complex(0, 2 * Math.PI * frequencies[f]), matrix);
            matrix.Factor();
            uniform.Output.CopyTo(rowRe.AsSpan());
            Array.Clear(rowIm);
            matrix.SolveTransposed(rowRe, rowIm);
            Array.Clear(columnRe);
            Array.Clear(columnIm);
            if (row >= 0)
                columnRe[row] = 1;
            matrix.Solve(columnRe, columnIm);
            for (var noise = 0; noise < uniform.Noises; noise++)
                density[f] += 2 * Sum(uniform, noise);
        }
    }

    // Over the modes: weight |c D^-1 b - (c D^-1 e)(d D^-1 b)/(1 + d D^-1 e)|^2, with d the mode's change of row e.
    private double Sum(LinearField uniform, int noise)
    {
        for (var i = 0; i < size; i++)
            (inputRe[i], inputIm[i]) = (uniform.Noise[(i * uniform.Noises) + noise], 0);
        var (re, im) = (0.0, 0.0);
        for (var i = 0; i < size; i++)
            (re, im) = (re + (rowRe[i] * inputRe[i]), im + (rowIm[i] * inputRe[i]));
        var direct = new Complex(re, im);
        var outward = row >= 0 ? new Complex(rowRe[row], rowIm[row]) : Complex.Zero;
        matrix.Solve(inputRe, inputIm);
        var sum = 0.0;
        for (var mode = 0; mode < count; mode++)
        {
            var change = changes.AsSpan(mode * size, size);
            var (toInput, toColumn) = (Complex.Zero, Complex.One);
            for (var i = 0; i < size; i++)
            {
                if (change[i] == 0)
                    continue;
                toInput += change[i] * new Complex(inputRe[i], inputIm[i]);
                toColumn += change[i] * new Complex(columnRe[i], columnIm[i]);
            }

            var response = direct - (outward * toInput / toColumn);
            sum += weights[mode] * ((response.Real * response.Real) + (response.Imaginary * response.Imaginary));
        }

        return sum;
    }
}

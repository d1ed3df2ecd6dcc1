using System.Numerics;
using Isonomia.Numerics.LinearAlgebra.Kernels;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// Spectra of a linear field that is driven by white noise: one-sided densities per hertz, 2 |c D(iw)^-1 B|^2 summed
/// over the noises (white noise xi has the density 1 on each side). One instance serves one thread at a time.
/// </summary>
public sealed class LinearSpectrum
{
    private readonly ComplexLu matrix;
    private readonly double[] real;
    private readonly double[] imaginary;

    /// <summary>Room for fields of a size.</summary>
    /// <param name="size">The number of states.</param>
    public LinearSpectrum(int size)
    {
        matrix = new ComplexLu(size);
        (real, imaginary) = (new double[size], new double[size]);
    }

    /// <summary>Adds the density of what is observed, times a weight.</summary>
    /// <param name="field">The field near a fixed point.</param>
    /// <param name="frequencies">The frequencies in hertz.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="density">What is added to: squared unit of the output per hertz.</param>
    public void Add(LinearField field, ReadOnlySpan<double> frequencies, double weight, Span<double> density)
    {
        ArgumentNullException.ThrowIfNull(field);
        for (var f = 0; f < frequencies.Length; f++)
        {
            Response(field, 2 * Math.PI * frequencies[f], field.Output);
            var sum = 0.0;
            for (var noise = 0; noise < field.Noises; noise++)
            {
                var (re, im) = (0.0, 0.0);
                for (var i = 0; i < field.Size; i++)
                {
                    re += real[i] * field.Noise[(i * field.Noises) + noise];
                    im += imaginary[i] * field.Noise[(i * field.Noises) + noise];
                }

                sum += (re * re) + (im * im);
            }

            density[f] += 2 * weight * sum;
        }
    }

    /// <summary>The transfer function from an input to an output, c D(iw)^-1 b.</summary>
    /// <param name="field">The field near a fixed point.</param>
    /// <param name="input">b: what a unit of the input adds to each state's velocity.</param>
    /// <param name="output">c: the slopes of the output in the states.</param>
    /// <param name="frequency">The frequency in hertz.</param>
    public Complex Transfer(
        LinearField field, ReadOnlySpan<double> input, ReadOnlySpan<double> output, double frequency)
    {
        ArgumentNullException.ThrowIfNull(field);
        Response(field, 2 * Math.PI * frequency, output);
        var sum = Complex.Zero;
        for (var i = 0; i < field.Size; i++)
            sum += new Complex(real[i], imaginary[i]) * input[i];
        return sum;
    }

    /// <summary>
    /// The cross-spectral matrix of several outputs, one-sided: row i, column j is 2 sum over noises of H_i conj(H_j).
    /// </summary>
    /// <param name="field">The field near a fixed point.</param>
    /// <param name="outputs">The slopes of each output in the states.</param>
    /// <param name="frequency">The frequency in hertz.</param>
    public Complex[,] Cross(LinearField field, IReadOnlyList<double[]> outputs, double frequency)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(outputs);
        var responses = new Complex[outputs.Count, field.Noises];
        for (var o = 0; o < outputs.Count; o++)
        {
            Response(field, 2 * Math.PI * frequency, outputs[o]);
            for (var noise = 0; noise < field.Noises; noise++)
            {
                for (var i = 0; i < field.Size; i++)
                    responses[o, noise] += new Complex(real[i], imaginary[i]) * field.Noise[(i * field.Noises) + noise];
            }
        }

        var cross = new Complex[outputs.Count, outputs.Count];
        for (var i = 0; i < outputs.Count; i++)
        {
            for (var j = 0; j < outputs.Count; j++)
            {
                for (var noise = 0; noise < field.Noises; noise++)
                    cross[i, j] += 2 * responses[i, noise] * Complex.Conjugate(responses[j, noise]);
            }
        }

        return cross;
    }

    // The row c D(iw)^-1.
    private void Response(LinearField field, double angular, ReadOnlySpan<double> output)
    {
        field.Characteristic(new Complex(0, angular), matrix);
        matrix.Factor();
        output.CopyTo(real);
        Array.Clear(imaginary);
        matrix.SolveTransposed(real, imaginary);
    }
}

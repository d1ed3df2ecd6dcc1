using System.Numerics;
using Isonomia.Numerics.LinearAlgebra.Kernels;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// Counts the roots of det D(s) = 0 with positive real part, by the winding of det D(iw) along the imaginary axis
/// (Nyquist's criterion): from w = 0 to infinity its phase grows by (n/2 - N) pi. It takes some hundred determinants and
/// no memory, a thousandth of the time of the roots themselves. One instance serves one thread at a time.
/// </summary>
public sealed class UnstableRoots
{
    // The phase between two points, radians: more is halved, less than the second is widened.
    private const double Coarse = Math.PI / 3;
    private const double Fine = Math.PI / 10;

    // How far beyond the bound of all unstable roots the axis is followed.
    private const double Beyond = 20;
    private const double Smallest = 1e-12;
    private readonly ComplexLu matrix;
    private readonly double[] absolute;
    private readonly double[] direction;
    private readonly double[] product;

    /// <summary>Room for fields of a size.</summary>
    /// <param name="size">The number of states.</param>
    public UnstableRoots(int size)
    {
        matrix = new ComplexLu(size);
        (absolute, direction, product) = (new double[size * size], new double[size], new double[size]);
    }

    /// <summary>The number of unstable roots, conjugates both counted; null where one lies on the axis.</summary>
    /// <param name="field">The field near a fixed point.</param>
    public int? Count(LinearField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var bound = Bound(field);
        var end = Beyond * bound;
        var (at, last, turned) = (0.0, Phase(field, 0), 0.0);
        if (double.IsNaN(last))
            return null;
        for (var step = bound / 64; at < end;)
        {
            var next = Phase(field, at + step);
            var turn = Math.IEEERemainder(next - last, 2 * Math.PI);
            if (double.IsNaN(next) || Math.Abs(turn) > Coarse)
            {
                step /= 2;
                if (step < Smallest * bound)
                    return null;
                continue;
            }

            (at, last, turned) = (at + step, next, turned + turn);
            if (Math.Abs(turn) < Fine)
                step *= 1.5;
        }

        // What is left of the way to infinity turns by -trace/w.
        var trace = 0.0;
        foreach (var entry in field.Entries)
        {
            if (entry.Row == entry.Column && entry.Delay < 0)
                trace += entry.Value;
        }

        return (int)Math.Round((field.Size / 2.0) - ((turned - (trace / at)) / Math.PI));
    }

    private double Phase(LinearField field, double frequency)
    {
        field.Characteristic(new Complex(0, frequency), matrix);
        return matrix.Factor();
    }

    // |s| of a root with Re s >= 0 is at most the Perron root of |J0| + sum |J_d|; (A v)_i/v_i bounds that for any v > 0.
    private double Bound(LinearField field)
    {
        const int rounds = 30;
        var n = field.Size;
        Array.Clear(absolute);
        foreach (var entry in field.Entries)
            absolute[(entry.Row * n) + entry.Column] += Math.Abs(entry.Value);
        var shift = 0.0;
        for (var i = 0; i < n; i++)
            shift = Math.Max(shift, absolute[(i * n) + i]);
        shift = shift > 0 ? shift : 1;
        Array.Fill(direction, 1.0);
        var bound = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var (largest, size) = (0.0, 0.0);
            for (var i = 0; i < n; i++)
            {
                product[i] = 1e-9 * shift;
                for (var j = 0; j < n; j++)
                    product[i] += absolute[(i * n) + j] * direction[j];
                largest = Math.Max(largest, product[i] / direction[i]);
                product[i] += shift * direction[i];
                size = Math.Max(size, product[i]);
            }

            bound = round == 0 ? largest : Math.Min(bound, largest);
            for (var i = 0; i < n; i++)
                direction[i] = product[i] / size;
        }

        return bound > 0 ? bound : 1;
    }
}

using Isonomia.Numerics.Filtering.Kernels;
using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Filtering;

/// <summary>
/// Changes the sampling rate by a ratio of integers through a zero-phase anti-aliasing filter, with the defaults of
/// scipy.signal.resample_poly: windowed sinc, Kaiser 5.0, 20 max(up, down) + 1 taps, zeros beyond the ends.
/// Immutable; may be used by many threads at once.
/// </summary>
public sealed class Resampler
{
    private const int BlockSamples = 8192;
    private const int LargestRatioTerm = 1 << 15;

    private readonly Phase[] phases;
    private readonly int periods;
    private readonly int firstShift;
    private readonly int stride;

    /// <summary>Prepares a ratio; common factors are taken out.</summary>
    /// <param name="up">Samples out ...</param>
    /// <param name="down">... for each of these in.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is below 1 or, in lowest terms, above 2^15.</exception>
    public Resampler(int up, int down)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(up, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(down, 1);
        var common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(up, down);
        Up = up / common;
        Down = down / common;
        var larger = Math.Max(Up, Down);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(larger, LargestRatioTerm, nameof(up));
        phases = new Phase[Up];
        if (larger == 1)
            return;
        var half = 10 * larger;
        var taps = FirDesign.Windowed(
            (2 * half) + 1, [1.0 / larger], passZero: true, samplingRate: 2, WindowFunction.Kaiser(5));

        // Output q Up + p is the sum over k of taps[half + p Down - (k - q Down) Up] x[k].
        firstShift = -((half / Up / Down) + 1);
        var lastShift = (((half / Up) + Down) / Down) + 1;
        var together = Polyphase.Together;
        periods = Math.Max(BlockSamples / larger / together, 1) * together;
        stride = periods + lastShift - firstShift;
        for (var p = 0; p < Up; p++)
        {
            var at = p * Down;
            var first = (int)Math.Ceiling((at - half) / (double)Up);
            var last = (at + half) / Up;
            var weights = new double[last - first + 1];
            var offsets = new int[weights.Length];
            for (var k = first; k <= last; k++)
            {
                var shift = (int)Math.Floor((double)k / Down);
                weights[k - first] = taps[half + at - (k * Up)] * Up;
                offsets[k - first] = ((k - (shift * Down)) * stride) + shift - firstShift;
            }

            phases[p] = new Phase(offsets, weights);
        }
    }

    /// <summary>Samples out, in lowest terms.</summary>
    public int Up { get; }

    /// <summary>Samples in, in lowest terms.</summary>
    public int Down { get; }

    /// <summary>The number of samples that come out: n up/down, rounded up.</summary>
    public int OutputLength(int n) => checked((int)((((long)n * Up) + Down - 1) / Down));

    /// <summary>Resamples a contiguous run.</summary>
    /// <param name="x">Samples.</param>
    /// <param name="y">OutputLength of them; other memory than x.</param>
    /// <exception cref="ArgumentException">y has another length.</exception>
    public void Apply(ReadOnlySpan<double> x, Span<double> y)
    {
        if (y.Length != OutputLength(x.Length))
            throw new ArgumentException($"{OutputLength(x.Length)} samples out, room for {y.Length}", nameof(y));
        if (Up == 1 && Down == 1)
        {
            x.CopyTo(y);
            return;
        }

        using var scratch = Scratch.Rent((Down * stride) + (Up * periods));
        var planes = scratch.Slice(0, Down * stride);
        var results = scratch.Slice(Down * stride, Up * periods);
        for (long q = 0; q * Up < y.Length; q += periods)
        {
            // The last block is mostly not full.
            var left = (int)Math.Min(periods, (y.Length - (q * Up) + Up - 1) / Up);
            var count = (left + Polyphase.Together - 1) / Polyphase.Together * Polyphase.Together;
            Polyphase.Split(x, (q + firstShift) * Down, Down, stride, count + stride - periods, planes);
            for (var p = 0; p < Up; p++)
                Polyphase.Sum(planes, phases[p].Offsets, phases[p].Weights, results.Slice(p * periods, count));
            Polyphase.Join(results, Up, periods, count, y[(int)(q * Up)..]);
        }
    }

    /// <summary>Resamples in one call.</summary>
    /// <inheritdoc cref="Resampler(int, int)" path="/param"/>
    /// <inheritdoc cref="Resampler(int, int)" path="/exception"/>
    public static double[] ResamplePoly(ReadOnlySpan<double> x, int up, int down)
    {
        var resampler = new Resampler(up, down);
        var y = new double[resampler.OutputLength(x.Length)];
        resampler.Apply(x, y);
        return y;
    }

    /// <summary>The taps of every output of one remainder modulo Up, and where they begin in the planes.</summary>
    private sealed record Phase(int[] Offsets, double[] Weights);
}

using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Filtering;

/// <summary>
/// A symmetric FIR filter of odd length applied without delay. Beyond its ends the signal is continued by odd
/// reflection about the end samples for as far as it reaches, then by zeros: what MNE-Python calls
/// <c>pad="reflect_limited"</c>. Convolution is by transforms of blocks, of which two share one complex transform.
/// Immutable; may be used by many threads at once.
/// </summary>
public sealed class ZeroPhaseFir
{
    private readonly double[] taps;
    private readonly int half;
    private readonly ComplexFft fft;
    private readonly double[] gain;

    /// <summary>Prepares a filter.</summary>
    /// <param name="taps">Odd in number and symmetric to rounding.</param>
    /// <exception cref="ArgumentException">The taps are even in number or not symmetric.</exception>
    public ZeroPhaseFir(ReadOnlySpan<double> taps)
    {
        if (taps.Length % 2 == 0)
            throw new ArgumentException($"{taps.Length} taps: a filter without delay has an odd number", nameof(taps));
        this.taps = taps.ToArray();
        half = taps.Length / 2;
        var largest = this.taps.Max(Math.Abs);
        for (var i = 0; i < half; i++)
        {
            if (!(Math.Abs(taps[i] - taps[^(i + 1)]) <= 1e-9 * largest))
                throw new ArgumentException($"taps {i} and {taps.Length - 1 - i} differ: not symmetric", nameof(taps));
        }

        fft = ComplexFft.OfLength(BlockLength(half));
        gain = new double[fft.Length];
        gain[0] = taps[half] / fft.Length;
        for (var i = 1; i <= half; i++)
            gain[i] = gain[fft.Length - i] = (taps[half - i] + taps[half + i]) / 2 / fft.Length;
        fft.Forward(gain, new double[fft.Length]);
    }

    /// <summary>The number of taps.</summary>
    public int Length => taps.Length;

    /// <summary>Filters a contiguous run.</summary>
    /// <param name="x">Samples.</param>
    /// <param name="y">As many; may be the same memory as x.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Apply(ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"{x.Length} samples in, room for {y.Length} out", nameof(y));
        if (x.IsEmpty)
            return;
        var size = fft.Length;
        var fresh = size - (2 * half);
        var stride = size + 24;
        using var scratch = Scratch.Rent((2 * stride) + (2 * half));
        var re = scratch.Slice(0, size);
        var im = scratch.Slice(stride, size);
        var before = scratch.Slice(2 * stride, half);
        var after = scratch.Slice((2 * stride) + half, half);
        Reflect(x, before, after);
        for (var start = 0; start < x.Length; start += 2 * fresh)
        {
            before.CopyTo(re);
            Continued(x, after, start, re[half..]);
            Continued(x, after, start + fresh - half, im);
            // What the next blocks need of these samples, kept because y may be written over x.
            Continued(x, after, start + (2 * fresh) - half, before);
            fft.Forward(re, im);
            Elementwise.Scale(re, im, gain);
            fft.ForwardExchanged(re, im);
            Put(re.Slice(half, fresh), y, start);
            Put(im.Slice(half, fresh), y, start + fresh);
        }
    }

    /// <summary>
    /// The power of two with the least work for each sample, 2 N log2 N over the N - 2 half samples that a block
    /// yields; beyond 2^14 points blocks leave the cache and gain nothing.
    /// </summary>
    private static int BlockLength(int half)
    {
        var best = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(3 * half, 16));
        for (var n = 2 * best; n <= 1 << 14; n *= 2)
        {
            if (Cost(n) < Cost(best))
                best = n;
        }

        return best;

        double Cost(int n) => n * Math.Log2(n) / (n - (2 * half));
    }

    private static void Reflect(ReadOnlySpan<double> x, Span<double> before, Span<double> after)
    {
        before.Clear();
        after.Clear();
        var reach = Math.Min(before.Length, x.Length - 1);
        for (var k = 1; k <= reach; k++)
        {
            before[^k] = (2 * x[0]) - x[k];
            after[k - 1] = (2 * x[^1]) - x[^(k + 1)];
        }
    }

    /// <summary>Copies from a position on in the signal, its continuation behind it and zeros behind that.</summary>
    private static void Continued(ReadOnlySpan<double> x, ReadOnlySpan<double> after, int from, Span<double> to)
    {
        var inside = Math.Clamp(x.Length - from, 0, to.Length);
        if (inside > 0)
            x.Slice(from, inside).CopyTo(to);
        to = to[inside..];
        from = Math.Max(from - x.Length, 0);
        var behind = Math.Clamp(after.Length - from, 0, to.Length);
        if (behind > 0)
            after.Slice(from, behind).CopyTo(to);
        to[behind..].Clear();
    }

    private static void Put(ReadOnlySpan<double> block, Span<double> y, int start)
    {
        var count = Math.Clamp(y.Length - start, 0, block.Length);
        if (count > 0)
            block[..count].CopyTo(y[start..]);
    }
}

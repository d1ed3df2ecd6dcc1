using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Spectra;

/// <summary>
/// The discrete Fourier transform of real sequences of one length, any length; n/2 + 1 bins (rounded down) stand for
/// all n, because the rest are their conjugates. An even length costs a complex transform of half its length.
/// Instances are immutable and may be used by many threads at once.
/// </summary>
public sealed class RealFft
{
    private static readonly LengthCache<RealFft> Cache = new(static n => new RealFft(n));

    private readonly ComplexFft fft;
    private readonly double[] cos;
    private readonly double[] sin;

    private RealFft(int n)
    {
        Length = n;
        var even = n % 2 == 0;
        fft = ComplexFft.OfLength(even ? n / 2 : n);
        var turns = even ? (n / 4) + 1 : 0;
        cos = new double[turns];
        sin = new double[turns];
        Roots.Arc(n, cos, sin);
    }

    /// <summary>The number of samples.</summary>
    public int Length { get; }

    /// <summary>The number of bins, Length/2 + 1; bin k is at the frequency k/Length of the sampling rate.</summary>
    public int Bins => (Length / 2) + 1;

    /// <summary>The transform of a length, kept as those of <see cref="ComplexFft.OfLength"/> are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    public static RealFft OfLength(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return Cache.Of(n);
    }

    /// <summary>X_k = sum_j x_j exp(-2 pi i jk/n) for k = 0..n/2, unscaled.</summary>
    /// <param name="x">Length samples.</param>
    /// <param name="re">Bins real parts; other memory than x.</param>
    /// <param name="im">Bins imaginary parts; exactly zero at bin 0 and, for even lengths, at the last.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Forward(ReadOnlySpan<double> x, Span<double> re, Span<double> im)
    {
        Check(x.Length, re.Length, im.Length);
        var size = fft.Length;
        var stride = size + 24;
        using var scratch = Scratch.Rent(2 * stride);
        var zr = scratch.Slice(0, size);
        var zi = scratch.Slice(stride, size);
        if (Length % 2 == 0)
        {
            Pairs.Split(x, zr, zi);
            fft.Forward(zr, zi);
            Pairs.Unfold(zr, zi, cos, sin, re, im);
            return;
        }

        x.CopyTo(zr);
        zi.Clear();
        fft.Forward(zr, zi);
        zr[..Bins].CopyTo(re);
        zi[..Bins].CopyTo(im);
        im[0] = 0;
    }

    /// <summary>Undoes <see cref="Forward"/>; imaginary parts that must be zero are taken as zero.</summary>
    /// <param name="re">Bins real parts.</param>
    /// <param name="im">Bins imaginary parts.</param>
    /// <param name="x">Length samples; other memory than re and im.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Inverse(ReadOnlySpan<double> re, ReadOnlySpan<double> im, Span<double> x)
    {
        Check(x.Length, re.Length, im.Length);
        var size = fft.Length;
        var stride = size + 24;
        using var scratch = Scratch.Rent(2 * stride);
        var zr = scratch.Slice(0, size);
        var zi = scratch.Slice(stride, size);
        if (Length % 2 == 0)
        {
            Pairs.Fold(re, im, cos, sin, zr, zi);
            fft.Forward(zi, zr);
            Pairs.Join(zr, zi, 1.0 / Length, x);
            return;
        }

        re.CopyTo(zr);
        im.CopyTo(zi);
        zi[0] = 0;
        for (var k = 1; k < Bins; k++)
        {
            zr[size - k] = re[k];
            zi[size - k] = -im[k];
        }

        fft.Forward(zi, zr);
        zr.CopyTo(x);
        Elementwise.Scale(x, 1.0 / Length);
    }

    private void Check(int samples, int re, int im)
    {
        if (samples != Length || re != Bins || im != Bins)
        {
            throw new ArgumentException(
                $"real transform of {Length} samples and {Bins} bins given {samples} samples, {re} and {im} bins");
        }
    }
}

using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Filtering;

/// <summary>
/// The analytic signal of real samples by the discrete Fourier transform: negative frequencies removed, positive ones
/// doubled, as scipy.signal.hilbert does; its magnitude is the instantaneous amplitude. The transform joins the end of
/// the padded signal to its start, so that the first and last few cycles see each other.
/// </summary>
public static class Hilbert
{
    /// <summary>The instantaneous amplitude, sqrt(x^2 + q^2) with q the quadrature of x.</summary>
    /// <param name="x">Samples of a band-limited signal.</param>
    /// <param name="envelope">As many; may be the same memory as x.</param>
    /// <param name="paddedLength">
    /// Length to which x is padded with zeros; <see cref="FastLength.Next"/> of its length where null.
    /// </param>
    /// <exception cref="ArgumentException">Lengths differ or the padded length is too short.</exception>
    public static void Envelope(ReadOnlySpan<double> x, Span<double> envelope, int? paddedLength = null)
    {
        if (x.Length != envelope.Length)
            throw new ArgumentException($"{x.Length} samples in, room for {envelope.Length} out", nameof(envelope));
        var size = PaddedLength(x, paddedLength);
        using var scratch = Scratch.Rent(size);
        Elementwise.Magnitude(x, Quadrature(x, scratch.Slice(0, size)), envelope);
    }

    /// <summary>Real part (the signal itself) and imaginary part (its quadrature) of the analytic signal.</summary>
    /// <param name="x">Samples.</param>
    /// <param name="re">As many.</param>
    /// <param name="im">As many.</param>
    /// <param name="paddedLength">Length to which x is padded with zeros, as for <see cref="Envelope"/>.</param>
    /// <inheritdoc cref="Envelope" path="/exception"/>
    public static void AnalyticSignal(
        ReadOnlySpan<double> x, Span<double> re, Span<double> im, int? paddedLength = null)
    {
        if (x.Length != im.Length)
            throw new ArgumentException($"{x.Length} samples in, room for {im.Length} out", nameof(im));
        var size = PaddedLength(x, paddedLength);
        using var scratch = Scratch.Rent(size);
        Quadrature(x, scratch.Slice(0, size)).CopyTo(im);
        x.CopyTo(re);
    }

    private static int PaddedLength(ReadOnlySpan<double> x, int? asked)
    {
        var length = asked ?? FastLength.Next(Math.Max(1, x.Length));
        ArgumentOutOfRangeException.ThrowIfLessThan(length, x.Length, nameof(asked));
        return length;
    }

    /// <summary>The Hilbert transform, made in the room for the padded signal: each component a quarter of its cycle
    /// later.</summary>
    private static Span<double> Quadrature(ReadOnlySpan<double> x, Span<double> padded)
    {
        x.CopyTo(padded);
        padded[x.Length..].Clear();
        var fft = RealFft.OfLength(padded.Length);
        var stride = fft.Bins + 24;
        using var scratch = Scratch.Rent(2 * stride);
        var re = scratch.Slice(0, fft.Bins);
        var im = scratch.Slice(stride, fft.Bins);
        fft.Forward(padded, re, im);
        // Times -i, except where the transform is real: there it has no quadrature.
        re[0] = 0;
        if (padded.Length % 2 == 0)
            re[^1] = 0;
        Elementwise.Scale(re, -1);
        fft.Inverse(im, re, padded);
        return padded[..x.Length];
    }
}

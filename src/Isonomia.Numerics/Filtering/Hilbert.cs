using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Filtering;

/// <summary>
/// The analytic signal of real samples by the discrete Fourier transform: negative frequencies removed, positive ones
/// doubled, as scipy.signal.hilbert does; its magnitude is the instantaneous amplitude.
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
        using var scratch = Scratch.Rent(x.Length);
        var quadrature = scratch.Slice(0, x.Length);
        Quadrature(x, quadrature, paddedLength);
        Elementwise.Magnitude(x, quadrature, envelope);
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
        Quadrature(x, im, paddedLength);
        x.CopyTo(re);
    }

    /// <summary>The Hilbert transform: each component a quarter of its cycle later.</summary>
    private static void Quadrature(ReadOnlySpan<double> x, Span<double> quadrature, int? paddedLength)
    {
        if (x.Length != quadrature.Length)
            throw new ArgumentException($"{x.Length} samples in, room for {quadrature.Length} out", nameof(quadrature));
        if (x.IsEmpty)
            return;
        var size = paddedLength ?? FastLength.Next(x.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, x.Length, nameof(paddedLength));
        var fft = RealFft.OfLength(size);
        var stride = fft.Bins + 24;
        using var scratch = Scratch.Rent((2 * stride) + size);
        var re = scratch.Slice(0, fft.Bins);
        var im = scratch.Slice(stride, fft.Bins);
        var padded = scratch.Slice(2 * stride, size);
        x.CopyTo(padded);
        padded[x.Length..].Clear();
        fft.Forward(padded, re, im);
        // Times -i, except where the transform is real: there it has no quadrature.
        re[0] = 0;
        if (size % 2 == 0)
            re[^1] = 0;
        Elementwise.Scale(re, -1);
        fft.Inverse(im, re, padded);
        padded[..x.Length].CopyTo(quadrature);
    }
}

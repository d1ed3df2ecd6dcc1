using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Filtering;

/// <summary>
/// The analytic signal of real samples by the discrete Fourier transform: negative frequencies removed, positive ones
/// doubled, as scipy.signal.hilbert does; its magnitude is the instantaneous amplitude. The transform joins the end of
/// the padded signal to its start, so that the first and last few cycles see each other.
/// </summary>
/// <remarks>
/// Signals of more than <see cref="LongestAtOnce"/> samples are done in overlapping blocks (unless a padded length is
/// given), so that memory stays bounded: 2^20 samples, of which the outer 2^17 on either side are context, faded out.
/// What a block does not see of a rhythm of w radians a sample is below 1/(pi 2^17 w) of its amplitude: 1e-5 for 8 Hz
/// at 250 Hz, of which a thousandth to a tenth was measured.
/// </remarks>
public static class Hilbert
{
    /// <summary>The most samples that are transformed in one piece.</summary>
    public const int LongestAtOnce = 1 << 22;

    private const int Block = 1 << 20;
    private const int Margin = 1 << 17;

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
        if (!x.Overlaps(envelope))
        {
            Quadrature(x, envelope, paddedLength);
            Elementwise.Magnitude(x, envelope, envelope);
            return;
        }

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

    /// <summary>
    /// The quadrature block by block. Each block is seen with a margin of context on either side whose outer half is
    /// faded out: a taper slower than the signal's slowest rhythm commutes with the transform (Bedrosian 1963).
    /// </summary>
    internal static void QuadratureInBlocks(ReadOnlySpan<double> x, Span<double> quadrature, int block, int margin)
    {
        using var scratch = Scratch.Rent(block);
        var piece = scratch.Slice(0, block);
        var fade = Window.Create(WindowFunction.BlackmanHarris, margin, periodic: true).AsSpan(0, margin / 2);
        var core = block - (2 * margin);
        for (var start = 0; start < x.Length; start += core)
        {
            var from = Math.Max(start - margin, 0);
            var to = Math.Min(start + core + margin, x.Length);
            x[from..to].CopyTo(piece);
            piece[(to - from)..].Clear();
            for (var i = 0; i < fade.Length; i++)
            {
                if (from > 0)
                    piece[i] *= fade[i];
                if (to < x.Length)
                    piece[to - from - 1 - i] *= fade[i];
            }

            InOnePiece(piece, piece);
            var wanted = Math.Min(core, x.Length - start);
            piece.Slice(start - from, wanted).CopyTo(quadrature[start..]);
        }
    }

    /// <summary>The Hilbert transform: each component a quarter of its cycle later.</summary>
    private static void Quadrature(ReadOnlySpan<double> x, Span<double> quadrature, int? paddedLength)
    {
        if (x.Length != quadrature.Length)
            throw new ArgumentException($"{x.Length} samples in, room for {quadrature.Length} out", nameof(quadrature));
        if (x.IsEmpty)
            return;
        if (paddedLength is null && x.Length > LongestAtOnce)
        {
            QuadratureInBlocks(x, quadrature, Block, Margin);
            return;
        }

        var size = paddedLength ?? FastLength.Next(x.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, x.Length, nameof(paddedLength));
        using var scratch = Scratch.Rent(size);
        var padded = scratch.Slice(0, size);
        x.CopyTo(padded);
        padded[x.Length..].Clear();
        InOnePiece(padded, padded);
        padded[..x.Length].CopyTo(quadrature);
    }

    private static void InOnePiece(ReadOnlySpan<double> x, Span<double> quadrature)
    {
        var fft = RealFft.OfLength(x.Length);
        var stride = fft.Bins + 24;
        using var scratch = Scratch.Rent(2 * stride);
        var re = scratch.Slice(0, fft.Bins);
        var im = scratch.Slice(stride, fft.Bins);
        fft.Forward(x, re, im);
        // Times -i, except where the transform is real: there it has no quadrature.
        re[0] = 0;
        if (x.Length % 2 == 0)
            re[^1] = 0;
        Elementwise.Scale(re, -1);
        fft.Inverse(im, re, quadrature);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Isonomia.Measurement.Biomarkers.Synchrony.Kernels;

/// <summary>
/// What the cross-spectra of one channel with all from it on add up to over epochs, at one bin: seven sums, from which
/// every measure of a pair follows.
/// </summary>
/// <remarks>
/// A vector holds neighbouring channels; the seven sums of so many pairs stay in registers while epochs go by. Eight
/// operations for each pair, epoch and taper and about twenty for each pair and epoch; 16 bytes read for each. No sum
/// spans lanes and nothing is fused, so the bits are the same at every vector width. 64 channels, 150 epochs, one
/// taper: about 1.3 ms a bin.
/// </remarks>
internal static class CrossSpectrumSums
{
    private const double Rounding = 1e-12;

    /// <summary>How many sums a pair has.</summary>
    public const int Count = 7;

    /// <summary>
    /// Adds up. S = X_i conj(X_j), summed over tapers: rows of <paramref name="sums"/> are Re S, Im S, Re S/|S|,
    /// Im S/|S|, sign Im S, |Im S|, (Im S)^2, summed over epochs.
    /// </summary>
    /// <param name="re">Real parts: epochs x tapers x stride.</param>
    /// <param name="im">Imaginary parts.</param>
    /// <param name="epochs">Epochs.</param>
    /// <param name="tapers">Tapers.</param>
    /// <param name="stride">Items from one taper to the next: channels, padded to a multiple of eight.</param>
    /// <param name="channel">The channel i; j runs from the beginning of its vector to the stride.</param>
    /// <param name="sums">Seven rows of <paramref name="stride"/> items.</param>
    public static void Row(
        ReadOnlySpan<double> re, ReadOnlySpan<double> im, int epochs, int tapers, int stride, int channel, Span<double> sums)
    {
        var size = epochs * tapers * stride;
        if (re.Length < size || im.Length < size || sums.Length < Count * stride)
            throw new ArgumentException("spans are shorter than they are said to be", nameof(re));
        var (width, rounding) = (Vector<double>.Count, new Vector<double>(Rounding));
        ref var r = ref MemoryMarshal.GetReference(re);
        ref var q = ref MemoryMarshal.GetReference(im);
        ref var to = ref MemoryMarshal.GetReference(sums);
        for (var j = channel / width * width; j < stride; j += width)
        {
            Vector<double> real = default, imaginary = default, unitReal = default, unitImaginary = default;
            Vector<double> sign = default, size1 = default, square = default;
            nint at = 0;
            for (var e = 0; e < epochs; e++)
            {
                Vector<double> sr = default, si = default;
                for (var t = 0; t < tapers; t++, at += stride)
                {
                    var xr = new Vector<double>(Unsafe.Add(ref r, at + channel));
                    var xi = new Vector<double>(Unsafe.Add(ref q, at + channel));
                    var yr = Vector.LoadUnsafe(ref Unsafe.Add(ref r, at + j));
                    var yi = Vector.LoadUnsafe(ref Unsafe.Add(ref q, at + j));
                    sr = sr + (xr * yr) + (xi * yi);
                    si = si + (xi * yr) - (xr * yi);
                }

                var norm = Vector.SquareRoot((sr * sr) + (si * si));
                // A lag below rounding is none: two scaled copies of a signal have no phase lag, not a random one.
                si = Vector.ConditionalSelect(Vector.GreaterThan(Vector.Abs(si), norm * rounding), si, default);
                var scale = Vector.ConditionalSelect(Vector.GreaterThan(norm, Vector<double>.Zero), Vector<double>.One / norm, default);
                var positive = Vector.GreaterThan(si, Vector<double>.Zero);
                var negative = Vector.LessThan(si, Vector<double>.Zero);
                real += sr;
                imaginary += si;
                unitReal += sr * scale;
                unitImaginary += si * scale;
                sign = sign + Vector.ConditionalSelect(positive, Vector<double>.One, default)
                    - Vector.ConditionalSelect(negative, Vector<double>.One, default);
                size1 += Vector.Abs(si);
                square += si * si;
            }

            real.StoreUnsafe(ref to, (nuint)j);
            imaginary.StoreUnsafe(ref to, (nuint)(stride + j));
            unitReal.StoreUnsafe(ref to, (nuint)((2 * stride) + j));
            unitImaginary.StoreUnsafe(ref to, (nuint)((3 * stride) + j));
            sign.StoreUnsafe(ref to, (nuint)((4 * stride) + j));
            size1.StoreUnsafe(ref to, (nuint)((5 * stride) + j));
            square.StoreUnsafe(ref to, (nuint)((6 * stride) + j));
        }
    }
}

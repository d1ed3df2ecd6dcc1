using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Spectra;

/// <summary>
/// The discrete Fourier transform of complex sequences of one length, any length: X_k = sum_j x_j exp(-2 pi i jk/n).
/// Real and imaginary parts lie in arrays of their own. Immutable; may be used by many threads at once.
/// </summary>
public sealed class ComplexFft
{
    private static readonly LengthCache<ComplexFft> Cache = new(static n => new ComplexFft(n, Stockham.WidestHere));

    private readonly IFourier fourier;

    internal ComplexFft(int n, int widest)
    {
        Length = n;
        fourier = Stockham.Factor(n) is { } factors ? new Stockham(n, factors, widest) : new Bluestein(n, widest);
    }

    /// <summary>The number of points.</summary>
    public int Length { get; }

    /// <summary>
    /// The transform of a length. Its tables are kept: those of short lengths for good, those of lengths above 2^14
    /// until others take their place and nobody holds the instance.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    public static ComplexFft OfLength(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return Cache.Of(n);
    }

    /// <summary>Transforms in place, unscaled.</summary>
    /// <param name="re">Real parts, <see cref="Length"/> of them.</param>
    /// <param name="im">Imaginary parts, as many; other memory than <paramref name="re"/>.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Forward(Span<double> re, Span<double> im)
    {
        Check(re, im);
        fourier.Forward(re, im);
    }

    /// <summary>Transforms back in place, scaled by 1/n, so that it undoes <see cref="Forward"/>.</summary>
    /// <inheritdoc cref="Forward" path="/param"/>
    /// <inheritdoc cref="Forward" path="/exception"/>
    public void Inverse(Span<double> re, Span<double> im)
    {
        Check(re, im);
        ForwardExchanged(re, im);
        Elementwise.Scale(re, 1.0 / Length);
        Elementwise.Scale(im, 1.0 / Length);
    }

    /// <summary>The inverse without its scale: the forward transform with the parts exchanged.</summary>
    internal void ForwardExchanged(Span<double> re, Span<double> im) => fourier.Forward(im, re);

    private void Check(Span<double> re, Span<double> im)
    {
        if (re.Length != Length || im.Length != Length)
        {
            throw new ArgumentException(
                $"transform of {Length} points given {re.Length} real, {im.Length} imaginary parts");
        }
    }
}

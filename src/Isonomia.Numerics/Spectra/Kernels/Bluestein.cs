namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// A transform of any length as a convolution with a chirp (Bluestein 1970, IEEE Trans Audio Electroacoust 18:451),
/// carried out by two transforms of a smooth length of at least 2n - 1.
/// </summary>
internal sealed class Bluestein : IFourier
{
    private readonly int n;
    private readonly int length;
    private readonly Stockham inner;
    private readonly double[] chirpRe;
    private readonly double[] chirpIm;
    private readonly double[] responseRe;
    private readonly double[] responseIm;

    public Bluestein(int n, int widest)
    {
        this.n = n;
        length = 16 * FastLength.Next(((2 * n) + 14) / 16);
        inner = new Stockham(length, Stockham.Factor(length)!, widest);
        chirpRe = new double[n];
        chirpIm = new double[n];
        responseRe = new double[length];
        responseIm = new double[length];
        for (var k = 0; k < n; k++)
        {
            // exp(-i pi k^2/n); the square is reduced modulo a whole turn in integers, so that no accuracy is lost.
            var (cos, sin) = Roots.Of((long)k * k % (2L * n), 2L * n);
            chirpRe[k] = cos;
            chirpIm[k] = -sin;
            responseRe[k] = responseRe[(length - k) % length] = cos / length;
            responseIm[k] = responseIm[(length - k) % length] = sin / length;
        }

        inner.Forward(responseRe, responseIm);
    }

    public void Forward(Span<double> re, Span<double> im)
    {
        var stride = ((length + 7) & ~7) + 24;
        using var scratch = Scratch.Rent(2 * stride);
        var ar = scratch.Slice(0, length);
        var ai = scratch.Slice(stride, length);
        re.CopyTo(ar);
        im.CopyTo(ai);
        Elementwise.Multiply(ar[..n], ai[..n], chirpRe, chirpIm);
        ar[n..].Clear();
        ai[n..].Clear();
        inner.Forward(ar, ai);
        Elementwise.Multiply(ar, ai, responseRe, responseIm);
        // The inverse is the forward transform with real and imaginary parts exchanged.
        inner.Forward(ai, ar);
        Elementwise.Multiply(ar[..n], ai[..n], chirpRe, chirpIm);
        ar[..n].CopyTo(re);
        ai[..n].CopyTo(im);
    }
}

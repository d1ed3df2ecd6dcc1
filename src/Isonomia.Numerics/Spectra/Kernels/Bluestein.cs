namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// A transform of any length as a convolution with a chirp (Bluestein 1970, IEEE Trans Audio Electroacoust 18:451),
/// carried out by two transforms of a smooth length of at least 2n - 1.
/// </summary>
internal sealed unsafe class Bluestein : IFourier
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
        length = FastLength.Next((2 * n) - 1);
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
        var ar = scratch.Start;
        var ai = ar + stride;
        for (var k = 0; k < n; k++)
        {
            ar[k] = (re[k] * chirpRe[k]) - (im[k] * chirpIm[k]);
            ai[k] = (re[k] * chirpIm[k]) + (im[k] * chirpRe[k]);
        }

        new Span<double>(ar + n, length - n).Clear();
        new Span<double>(ai + n, length - n).Clear();
        inner.Forward(ar, ai);
        for (var k = 0; k < length; k++)
        {
            var productRe = (ar[k] * responseRe[k]) - (ai[k] * responseIm[k]);
            ai[k] = (ar[k] * responseIm[k]) + (ai[k] * responseRe[k]);
            ar[k] = productRe;
        }

        // The inverse is the forward transform with real and imaginary parts exchanged.
        inner.Forward(ai, ar);
        for (var k = 0; k < n; k++)
        {
            re[k] = (ar[k] * chirpRe[k]) - (ai[k] * chirpIm[k]);
            im[k] = (ar[k] * chirpIm[k]) + (ai[k] * chirpRe[k]);
        }
    }
}

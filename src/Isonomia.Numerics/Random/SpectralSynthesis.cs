using System.Buffers;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Random;

/// <summary>
/// Gaussian noise on a circle of an even number of samples, from the eigenvalues of its circulant covariance: bin k
/// of the transform is normal with mean square (circle * power_k), real at the two ends.
/// </summary>
internal sealed class SpectralSynthesis
{
    private readonly RealFft fft;
    private readonly double[] amplitudes;

    public SpectralSynthesis(int circle, ReadOnlySpan<double> powers)
    {
        fft = RealFft.OfLength(circle);
        amplitudes = new double[powers.Length];
        for (var k = 0; k < amplitudes.Length; k++)
        {
            var share = k == 0 || k == amplitudes.Length - 1 ? 1 : 0.5;
            // The eigenvalues are not negative; rounding may make the smallest so.
            amplitudes[k] = Math.Sqrt(share * circle * Math.Max(0, powers[k]));
        }
    }

    public void Fill(RandomStream stream, Span<double> destination)
    {
        var bins = amplitudes.Length;
        var memory = ArrayPool<double>.Shared.Rent(2 * bins + fft.Length);
        var re = memory.AsSpan(0, bins);
        var im = memory.AsSpan(bins, bins);
        var circle = memory.AsSpan(2 * bins, fft.Length);
        stream.FillNormal(re);
        stream.FillNormal(im);
        for (var k = 0; k < bins; k++)
        {
            re[k] *= amplitudes[k];
            im[k] *= amplitudes[k];
        }

        (im[0], im[^1]) = (0, 0);
        fft.Inverse(re, im, circle);
        circle[..destination.Length].CopyTo(destination);
        ArrayPool<double>.Shared.Return(memory);
    }
}

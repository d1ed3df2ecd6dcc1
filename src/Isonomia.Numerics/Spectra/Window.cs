using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Spectra;

/// <summary>Samples of window functions, in scipy.signal.windows' conventions.</summary>
public static class Window
{
    /// <summary>n samples of a window.</summary>
    /// <param name="function">The shape.</param>
    /// <param name="n">How many samples.</param>
    /// <param name="periodic">
    /// True for spectra: one period of the window, so that the sample after the last would equal the first. False for
    /// filter design: symmetric, first and last sample equal.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    public static double[] Create(WindowFunction function, int n, bool periodic)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (n == 1)
            return [1];
        return periodic ? Symmetric(function, n + 1)[..n] : Symmetric(function, n);
    }

    private static double[] Symmetric(WindowFunction function, int n) => function.Shape switch
    {
        WindowShape.Boxcar => Cosines(n, 1),
        WindowShape.Hann => Cosines(n, 0.5, 0.5),
        WindowShape.Hamming => Cosines(n, 0.54, 0.46),
        WindowShape.Blackman => Cosines(n, 0.42, 0.5, 0.08),
        WindowShape.BlackmanHarris => Cosines(n, 0.35875, 0.48829, 0.14128, 0.01168),
        WindowShape.Kaiser => Kaiser(n, function.Parameter),
        WindowShape.Tukey => Tukey(n, function.Parameter),
        WindowShape.Dpss => Dpss(n, function.Parameter),
        _ => throw new ArgumentException($"unknown window {function.Shape}", nameof(function)),
    };

    /// <summary>a0 - a1 cos(2 pi i/(n-1)) + a2 cos(4 pi i/(n-1)) - ...</summary>
    private static double[] Cosines(int n, params ReadOnlySpan<double> terms)
    {
        var window = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < terms.Length; k++)
            {
                var cos = Roots.Of((long)k * i % (n - 1), n - 1).Cos;
                window[i] += k % 2 == 0 ? terms[k] * cos : -terms[k] * cos;
            }
        }

        return window;
    }

    private static double[] Kaiser(int n, double beta)
    {
        var window = new double[n];
        var scale = 1 / BesselI0(beta);
        for (var i = 0; i < n; i++)
        {
            var r = ((2.0 * i) - (n - 1)) / (n - 1);
            window[i] = BesselI0(beta * Math.Sqrt(1 - (r * r))) * scale;
        }

        return window;
    }

    private static double[] Tukey(int n, double alpha)
    {
        if (alpha == 0)
            return Cosines(n, 1);
        var window = new double[n];
        var flank = (int)Math.Floor(alpha * (n - 1) / 2);
        for (var i = 0; i < n; i++)
        {
            var fromEdge = Math.Min(i, n - 1 - i);
            window[i] = fromEdge <= flank ? 0.5 - (0.5 * Math.Cos(2 * Math.PI * fromEdge / (alpha * (n - 1)))) : 1;
        }

        return window;
    }

    private static double[] Dpss(int n, double timeHalfBandwidth)
    {
        var taper = SlepianTapers.Of(n, timeHalfBandwidth, 1).Tapers[0];
        // An even length misses the peak by half a sample; the correction is the one scipy applies.
        var correction = n % 2 == 0 ? n * (double)n / ((n * (double)n) + timeHalfBandwidth) : 1;
        var scale = correction / taper.Max();
        return [.. taper.Select(v => v * scale)];
    }

    /// <summary>The modified Bessel function of order 0 by its power series, whose terms are all positive.</summary>
    private static double BesselI0(double x)
    {
        var quarter = x * x / 4;
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; term > sum * 1e-17; k++)
        {
            term *= quarter / ((double)k * k);
            sum += term;
        }

        return sum;
    }
}

using System.Collections.Concurrent;
using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Spectra;

/// <summary>
/// Discrete prolate spheroidal sequences: the orthogonal tapers whose energy is most concentrated within half a
/// bandwidth of zero frequency (Slepian 1978, Bell Syst Tech J 57:1371). Computed as the leading eigenvectors of the
/// tridiagonal matrix that commutes with the concentration operator (Percival and Walden 1993, section 8.3).
/// </summary>
public sealed class SlepianTapers
{
    private static readonly ConcurrentDictionary<(int N, double Nw, int Count), SlepianTapers> Kept = new();

    private SlepianTapers(double[][] tapers, double[] concentrations)
    {
        Tapers = tapers;
        Concentrations = concentrations;
    }

    /// <summary>
    /// The tapers, most concentrated first, of unit energy. Symmetric ones have a positive sum, antisymmetric ones
    /// begin with a positive lobe, as those of scipy.signal.windows.dpss. Shared: do not write.
    /// </summary>
    public IReadOnlyList<double[]> Tapers { get; }

    /// <summary>The share of each taper's energy that lies within the bandwidth, 0..1.</summary>
    public IReadOnlyList<double> Concentrations { get; }

    /// <summary>The tapers of a length; computed once for each set of arguments.</summary>
    /// <param name="n">Samples in each taper.</param>
    /// <param name="timeHalfBandwidth">NW: half the bandwidth in cycles a window.</param>
    /// <param name="count">How many tapers.</param>
    /// <exception cref="ArgumentOutOfRangeException">NW is not in (0, n/2), or count not in 1..n.</exception>
    public static SlepianTapers Of(int n, double timeHalfBandwidth, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (!(timeHalfBandwidth > 0 && timeHalfBandwidth < n / 2.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeHalfBandwidth), timeHalfBandwidth, $"must be above 0 and below half the length, {n}");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, n);
        return Kept.GetOrAdd((n, timeHalfBandwidth, count), static key => Compute(key.N, key.Nw, key.Count));
    }

    private static SlepianTapers Compute(int n, double nw, int count)
    {
        var halfBandwidth = nw / n;
        var diagonal = new double[n];
        var beside = new double[n];
        var cos = Math.Cos(2 * Math.PI * halfBandwidth);
        for (var i = 0; i < n; i++)
        {
            var fromCentre = (n - 1 - (2.0 * i)) / 2;
            diagonal[i] = fromCentre * fromCentre * cos;
            beside[i] = (i + 1.0) * (n - 1 - i) / 2;
        }

        var matrix = new SymmetricTridiagonal(diagonal, beside);
        var tapers = new double[count][];
        var concentrations = new double[count];
        for (var k = 0; k < count; k++)
        {
            var start = new double[n];
            for (var i = 0; i < n; i++)
                start[i] = k % 2 == 0 ? 1 : n - 1 - (2.0 * i);
            tapers[k] = matrix.Eigenvector(matrix.Eigenvalue(n - 1 - k), start);
            GiveSign(tapers[k], k % 2 == 0);
            concentrations[k] = Concentration(tapers[k], halfBandwidth);
        }

        return new SlepianTapers(tapers, concentrations);
    }

    private static void GiveSign(double[] taper, bool symmetric)
    {
        var threshold = Math.Max(1e-7, 1.0 / taper.Length);
        var sign = symmetric ? taper.Sum() : Array.Find(taper, v => v * v > threshold);
        if (sign >= 0)
            return;
        for (var i = 0; i < taper.Length; i++)
            taper[i] = -taper[i];
    }

    /// <summary>sum over lags l of the autocorrelation times sin(2 pi W l)/(pi l).</summary>
    private static double Concentration(double[] taper, double halfBandwidth)
    {
        var n = taper.Length;
        var fft = RealFft.OfLength(2 * FastLength.Next(n));
        var padded = new double[fft.Length];
        taper.CopyTo(padded, 0);
        var re = new double[fft.Bins];
        var im = new double[fft.Bins];
        fft.Forward(padded, re, im);
        for (var i = 0; i < re.Length; i++)
        {
            re[i] = (re[i] * re[i]) + (im[i] * im[i]);
            im[i] = 0;
        }

        fft.Inverse(re, im, padded);
        var sum = 2 * halfBandwidth * padded[0];
        for (var lag = 1; lag < n; lag++)
            sum += 2 * padded[lag] * Math.Sin(2 * Math.PI * halfBandwidth * lag) / (Math.PI * lag);
        return sum;
    }
}

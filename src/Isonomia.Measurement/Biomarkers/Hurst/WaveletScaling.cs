using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Statistics.HeavyTails;
using MathNet.Numerics;

namespace Isonomia.Measurement.Biomarkers.Hurst;

/// <summary>
/// The Hurst exponent from Haar wavelets (Abry and Veitch 1998, doi:10.1109/18.650984): the logarithm (base 2) of the
/// mean square of the details at octave j grows as (2 H - 1) j. Their logarithms are biased by few details and scatter
/// by a known amount, which the fit allows for.
/// </summary>
internal static class WaveletScaling
{
    /// <summary>The exponent with its standard error; null where fewer than three octaves have details.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="runs">Its uninterrupted parts.</param>
    /// <param name="least">The shortest wavelet, in samples.</param>
    /// <param name="most">The longest.</param>
    public static (double Hurst, double Error)? Exponent(
        double[] samples, IReadOnlyList<SampleRange> runs, int least, int most)
    {
        var (squares, counts) = Details(samples, runs);
        var (x, y, weights) = (new List<double>(), new List<double>(), new List<double>());
        for (var j = 1; j < squares.Count; j++)
        {
            if (1 << j < least || 1 << j > most || counts[j] < 4 || !(squares[j] > 0))
                continue;
            // Of the logarithm of a mean of n squares of normal numbers: mean psi(n/2) - ln(n/2), variance zeta(2, n/2).
            var half = counts[j] / 2.0;
            x.Add(j);
            y.Add(Math.Log2(squares[j] / counts[j]) - (SpecialFunctions.DiGamma(half) - Math.Log(half)) / Math.Log(2));
            weights.Add(Math.Pow(Math.Log(2), 2) / HurwitzZeta.Of(2, half));
        }

        if (x.Count < 3)
            return null;
        var line = LeastSquares.Line(x.ToArray(), y.ToArray(), weights.ToArray());
        // Weights are inverse variances: the error is theirs, whatever the scatter about the line.
        var total = weights.Sum();
        var mean = x.Zip(weights, (v, w) => v * w).Sum() / total;
        var spread = x.Zip(weights, (v, w) => w * (v - mean) * (v - mean)).Sum();
        return ((line.Slope + 1) / 2, 1 / Math.Sqrt(spread) / 2);
    }

    // Sums of squares and numbers of the details of each octave (from 1 on), over all runs.
    private static (List<double> Squares, List<int> Counts) Details(double[] samples, IReadOnlyList<SampleRange> runs)
    {
        var (squares, counts) = (new List<double> { 0 }, new List<int> { 0 });
        foreach (var run in runs)
        {
            var approximation = samples.AsSpan(run.First, run.Count).ToArray();
            var length = run.Count;
            for (var j = 1; length >= 2; j++)
            {
                if (squares.Count == j)
                {
                    squares.Add(0);
                    counts.Add(0);
                }

                length /= 2;
                for (var i = 0; i < length; i++)
                {
                    var (a, b) = (approximation[2 * i], approximation[2 * i + 1]);
                    squares[j] += (a - b) * (a - b) / 2;
                    approximation[i] = (a + b) / Math.Sqrt(2);
                }

                counts[j] += length;
            }
        }

        return (squares, counts);
    }
}

using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>
/// Candidates for peaks in a flattened spectrum: the highest point, as wide as its shorter flank says, is subtracted as
/// a Gaussian, and again, until what is left no longer stands out.
/// </summary>
/// <remarks>Donoghue et al. 2020, doi:10.1038/s41593-020-00744-x, with the constants of FOOOF 1.1.1.</remarks>
internal static class PeakSearch
{
    // A candidate nearer than this many of its standard deviations to the range's edge is dropped.
    private const double EdgeDistance = 1;

    // Neighbours closer than this many of their standard deviations overlap: the lower is dropped.
    private const double Overlap = 0.75;

    private static readonly double HalfHeightWidths = 2 * Math.Sqrt(2 * Math.Log(2));

    /// <summary>Finds the candidates, by frequency. <paramref name="flat"/> is consumed.</summary>
    public static void Find(
        FrequencyAxis axis, SpectralParameterisationOptions options, Span<double> flat, List<PeakCandidate> found)
    {
        found.Clear();
        var seen = flat[..axis.Bins];
        while (found.Count < options.MaxPeaks)
        {
            var at = IndexOfMax(seen);
            var height = seen[at];
            if (height <= options.PeakThreshold * Deviation(seen) || !(height > options.MinPeakHeight))
                break;
            var (narrowest, widest) = (options.PeakWidth.Low / 2, options.PeakWidth.High / 2);
            var width = Math.Max(GuessWidth(seen, at, axis.Resolution, options), narrowest);
            if (width > widest)
                width = options.WideCandidatesBeginNarrow ? narrowest : widest;
            found.Add(new(height, axis.Frequencies[at], width));
            GaussianKernel.Subtract(axis.Frequencies, axis.Frequencies[at], height, width, flat);
        }

        found.RemoveAll(p => !(Math.Abs(p.Centre - axis.Low) > EdgeDistance * p.Width
            && Math.Abs(p.Centre - axis.High) > EdgeDistance * p.Width));
        DropOverlapping(found);
    }

    /// <summary>Standard deviation of a Gaussian as wide at half height as the peak is on its shorter side.</summary>
    private static double GuessWidth(
        ReadOnlySpan<double> flat, int at, double resolution, SpectralParameterisationOptions options)
    {
        var half = 0.5 * flat[at];
        var side = int.MaxValue;
        for (var i = at - 1; i > 0 && side == int.MaxValue; i--)
        {
            if (flat[i] <= half)
                side = at - i;
        }

        for (var i = at + 1; i < flat.Length && i - at < side; i++)
        {
            if (flat[i] <= half)
                side = i - at;
        }

        return side == int.MaxValue
            ? (options.PeakWidth.Low + options.PeakWidth.High) / 2
            : 2 * side * resolution / HalfHeightWidths;
    }

    private static void DropOverlapping(List<PeakCandidate> found)
    {
        found.Sort((a, b) => a.Centre.CompareTo(b.Centre));
        Span<bool> drop = found.Count <= 256 ? stackalloc bool[found.Count] : new bool[found.Count];
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (left, right) = (found[i], found[i + 1]);
            if (left.Centre + Overlap * left.Width > right.Centre - Overlap * right.Width)
                drop[left.Height <= right.Height ? i : i + 1] = true;
        }

        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (drop[i])
                found.RemoveAt(i);
        }
    }

    private static int IndexOfMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }

    private static double Deviation(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var v in values)
            mean += v;
        mean /= values.Length;
        var sum = 0.0;
        foreach (var v in values)
            sum += (v - mean) * (v - mean);
        return Math.Sqrt(sum / values.Length);
    }
}

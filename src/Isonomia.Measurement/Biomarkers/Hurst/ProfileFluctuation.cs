using Isonomia.Measurement.Biomarkers.Amplitude.Kernels;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Fitting;

namespace Isonomia.Measurement.Biomarkers.Hurst;

/// <summary>
/// Detrended fluctuation analysis of a signal itself (Peng et al. 1994, doi:10.1103/PhysRevE.49.1685): the root mean
/// square of its sums about a line in each window grows as the length to the power H.
/// </summary>
internal static class ProfileFluctuation
{
    /// <summary>The exponent; NaN where fewer than three lengths fit.</summary>
    public static double Exponent(
        double[] samples, IReadOnlyList<SampleRange> runs, IReadOnlyList<int> sizes)
    {
        var profiles = runs.Select(r => Profile(samples.AsSpan(r.First, r.Count))).ToArray();
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var size in sizes)
        {
            var fluctuation = Of(profiles, size);
            if (!(fluctuation > 0))
                continue;
            x.Add(Math.Log(size));
            y.Add(Math.Log(fluctuation));
        }

        if (x.Count < 3)
            return double.NaN;
        var line = LeastSquares.Line(x.ToArray(), y.ToArray());
        return line.Slope;
    }

    /// <summary>The sums of a signal about its mean.</summary>
    public static double[] Profile(ReadOnlySpan<double> samples)
    {
        var mean = 0.0;
        foreach (var value in samples)
            mean += value;
        mean /= samples.Length;
        var (profile, sum) = (new double[samples.Length], 0.0);
        for (var i = 0; i < profile.Length; i++)
            profile[i] = sum += samples[i] - mean;
        return profile;
    }

    /// <summary>The fluctuation in windows of one length, side by side; NaN where none fits.</summary>
    public static double Of(IReadOnlyList<double[]> profiles, int size)
    {
        var (sum, windows) = (0.0, 0);
        foreach (var profile in profiles)
        {
            for (var first = 0; first + size <= profile.Length; first += size, windows++)
                sum += LineResidual.MeanSquare(profile.AsSpan(first, size));
        }

        return Math.Sqrt(sum / windows);
    }
}

using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The functional E/I ratio of one band, with the windows it was computed from.</summary>
/// <param name="Band">The band.</param>
/// <param name="Value">The ratio; undefined where the scaling exponent does not pass the threshold.</param>
/// <param name="Ungated">The ratio whatever the scaling exponent.</param>
/// <param name="DfaExponent">The scaling exponent of the same band.</param>
/// <param name="Amplitudes">Mean amplitude of each window, in the channel's unit.</param>
/// <param name="Fluctuations">
/// Fluctuation of each window's integrated amplitude after division by its mean amplitude, in samples.
/// </param>
/// <param name="Outliers">Which windows were left out as outliers.</param>
public sealed record BandRatio(
    Band Band,
    Measured Value,
    Measured Ungated,
    Measured DfaExponent,
    double[] Amplitudes,
    double[] Fluctuations,
    bool[] Outliers)
{
    /// <summary>The fewest windows, outliers left out, that a correlation is computed from.</summary>
    public const int FewestWindows = 10;

    /// <summary>How many windows there were.</summary>
    public int Windows => Amplitudes.Length;

    internal static BandRatio Of(AmplitudeDynamics dynamics, Measured exponent, double threshold, bool removeOutliers)
    {
        var windows = dynamics.Short;
        var amplitudes = windows.Amplitudes;
        var normalized = new double[windows.Count];
        for (var i = 0; i < normalized.Length; i++)
            normalized[i] = windows.Fluctuations[i] / amplitudes[i];
        var outliers = removeOutliers ? OutliersOf(amplitudes, normalized) : new bool[windows.Count];
        var ungated = Ratio(dynamics, amplitudes, normalized, outliers);
        return new BandRatio(
            dynamics.Band, Gate(ungated, exponent, threshold), ungated, exponent, amplitudes, normalized, outliers);
    }

    private static Measured Gate(Measured ratio, Measured exponent, double threshold) => (ratio, exponent) switch
    {
        ({ IsDefined: false }, _) => ratio,
        (_, { IsDefined: false }) =>
            Measured.Undefined("the scaling exponent, which decides, is undefined: " + exponent.Why),
        _ when exponent.Value > threshold => ratio,
        _ => Measured.Undefined($"the scaling exponent {exponent.Value:0.000} does not exceed {threshold}"),
    };

    private static Measured Ratio(
        AmplitudeDynamics dynamics, double[] amplitudes, double[] normalized, bool[] outliers)
    {
        if (dynamics.WhyNot is { } why)
            return Measured.Undefined(why);
        double[] x = [.. amplitudes.Where((_, i) => !outliers[i])];
        double[] y = [.. normalized.Where((_, i) => !outliers[i])];
        if (x.Length < FewestWindows)
        {
            return Measured.Undefined($"too short: {x.Length} windows of fei.window="
                + $"{dynamics.Short.Grid.Size / dynamics.Fluctuations.SamplingRate:0.##} s, {FewestWindows} needed");
        }

        var ratio = Measured.Of(1 - Correlation.Pearson(x, y));
        if (!ratio.IsDefined)
            return Measured.Undefined("flat: the amplitude does not vary");
        var (error, low, high) = CorrelationBootstrap.Of(x, y, dynamics.Short.Grid);
        return ratio with { StandardError = error, Confidence95 = (1 - high, 1 - low) };
    }

    // As the reference implementation: each axis by itself, at most one window in forty (two at least), both together.
    private static bool[] OutliersOf(double[] amplitudes, double[] normalized)
    {
        var most = Math.Max((int)Math.Round(0.025 * amplitudes.Length), 2);
        var outliers = new bool[amplitudes.Length];
        foreach (var axis in (double[][])[amplitudes, normalized])
        {
            if (!axis.All(double.IsFinite))
                continue;
            foreach (var window in GeneralizedEsd.Outliers(axis, most, 0.05, ddof: 0))
                outliers[window] = true;
        }

        return outliers;
    }
}

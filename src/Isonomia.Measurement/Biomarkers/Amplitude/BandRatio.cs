using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The functional E/I ratio of one band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Value">The ratio; undefined where the scaling exponent does not pass the threshold.</param>
/// <param name="Ungated">The ratio whatever the scaling exponent.</param>
/// <param name="DfaExponent">The scaling exponent of the same band.</param>
/// <param name="Windows">How many windows it was computed from, outliers included.</param>
/// <param name="Outliers">How many of them were left out as outliers.</param>
/// <param name="Trend">
/// The straight line of fluctuation over amplitude through all windows but the outliers; null where there is no ratio.
/// </param>
/// <param name="Shown">
/// The windows for drawing, in order of time: all of them or, so that a day's are as few as an hour's, at most
/// <see cref="MostShown"/>, evenly spaced.
/// </param>
public sealed record BandRatio(
    Band Band,
    Measured Value,
    Measured Ungated,
    Measured DfaExponent,
    int Windows,
    int Outliers,
    LineFit? Trend,
    IReadOnlyList<RatioWindow> Shown)
{
    /// <summary>The fewest windows, outliers left out, that a correlation is computed from.</summary>
    public const int FewestWindows = 10;

    /// <summary>The most windows that are kept for drawing.</summary>
    public const int MostShown = 2000;

    internal static BandRatio Of(AmplitudeDynamics dynamics, Measured exponent, double threshold, bool removeOutliers)
    {
        var windows = dynamics.Short;
        var amplitudes = windows.Amplitudes;
        var normalized = new double[windows.Count];
        for (var i = 0; i < normalized.Length; i++)
            normalized[i] = windows.Fluctuations[i] / amplitudes[i];
        var outliers = removeOutliers ? OutliersOf(amplitudes, normalized) : new bool[windows.Count];
        double[] x = [.. amplitudes.Where((_, i) => !outliers[i])];
        double[] y = [.. normalized.Where((_, i) => !outliers[i])];
        var ungated = Ratio(dynamics, x, y);
        return new BandRatio(
            dynamics.Band, Gate(ungated, exponent, threshold), ungated, exponent, windows.Count,
            windows.Count - x.Length, ungated.IsDefined ? LeastSquares.Line(x, y) : null,
            Thinned(amplitudes, normalized, outliers));
    }

    private static Measured Gate(Measured ratio, Measured exponent, double threshold) => (ratio, exponent) switch
    {
        ({ IsDefined: false }, _) => ratio,
        (_, { IsDefined: false }) =>
            Measured.Undefined("the scaling exponent, which decides, is undefined: " + exponent.Why),
        _ when exponent.Value > threshold => ratio,
        _ => Measured.Undefined($"the scaling exponent {exponent.Value:0.000} does not exceed {threshold}"),
    };

    private static Measured Ratio(AmplitudeDynamics dynamics, double[] x, double[] y)
    {
        if (dynamics.WhyNot is { } why)
            return Measured.Undefined(why);
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

    private static RatioWindow[] Thinned(double[] amplitudes, double[] normalized, bool[] outliers)
    {
        var shown = new RatioWindow[Math.Min(MostShown, amplitudes.Length)];
        for (var k = 0; k < shown.Length; k++)
        {
            var i = (int)((long)k * amplitudes.Length / shown.Length);
            shown[k] = new RatioWindow(amplitudes[i], normalized[i], outliers[i]);
        }

        return shown;
    }
}

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// How far the exponent of detrended fluctuation analysis strays from the truth because the recording ends.
/// </summary>
/// <remarks>
/// For scale-free Gaussian signals the errors of ln F depend on window lengths only by their ratios. With exponent a,
/// window n and T samples covered by windows, the variance of ln F(n) is g(a) n / (T - n/4), and the errors at two
/// window lengths d octaves apart correlate by r(d). The slope is a weighted sum of them, so its variance follows.
/// Fitted here to 2,000 fractional noises for each of eight exponents from 0.5 to 1.3 (windows of 32 to 8,192 of 32,768
/// samples, half overlapping): g(a) = 0.20 a - 0.06 a^2 - 0.025, r(d) = exp(0.7 - 0.7 sqrt(1 + (d / 0.85)^2)).
/// Intervals of 1.96 standard errors then hold the true exponent in 91 to 97 % of fresh signals of 1, 2, 5 and 20
/// minutes (windows of 5 to 30 s) with exponents from 0.3 to 1.5 (1,000 each), and in 91 to 96 % of envelopes of noise
/// of 8 to 13 Hz, unmodulated or strongly modulated with long memory (500 each); the low ends are those of one minute.
/// </remarks>
internal static class ScalingError
{
    public static double OfSlope(ScalingLine line)
    {
        var windows = line.Windows;
        var octaves = windows.Select(w => Math.Log2(w.Grid.Size)).ToArray();
        var spread = windows
            .Select(w => Math.Sqrt(Scatter(line.Slope) * w.Grid.Size / (w.Covered - (0.25 * w.Grid.Size)))).ToArray();
        var middle = octaves.Average();
        var (variance, power) = (0.0, 0.0);
        for (var i = 0; i < octaves.Length; i++)
        {
            power += (octaves[i] - middle) * (octaves[i] - middle);
            for (var j = 0; j < octaves.Length; j++)
            {
                variance += (octaves[i] - middle) * (octaves[j] - middle)
                    * spread[i] * spread[j] * Agreement(octaves[i] - octaves[j]);
            }
        }

        // The spread is that of ln F, the lengths are in octaves.
        return Math.Sqrt(variance) / power / Math.Log(2);
    }

    // Outside the exponents it was fitted to the curve would turn down again or below zero.
    private static double Scatter(double exponent)
    {
        var a = Math.Clamp(exponent, 0.25, 1.6);
        return (0.20 * a) - (0.06 * a * a) - 0.025;
    }

    private static double Agreement(double octaves) =>
        Math.Exp(0.7 - (0.7 * Math.Sqrt(1 + (octaves * octaves / (0.85 * 0.85)))));
}

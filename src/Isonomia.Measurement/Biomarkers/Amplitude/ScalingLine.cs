namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The straight line of log10 F(n) over log10 n (n in samples), by ordinary least squares.</summary>
/// <param name="Slope">The scaling exponent.</param>
/// <param name="Intercept">log10 F at a window of one sample.</param>
/// <param name="RSquared">Share of the variance of log10 F that the line explains.</param>
/// <param name="Windows">The window lengths it was fitted to, shortest first.</param>
public sealed record ScalingLine(
    double Slope, double Intercept, double RSquared, IReadOnlyList<LengthFluctuation> Windows)
{
    /// <summary>
    /// Standard error of the slope. The residuals of the line say little about it, because the fluctuations at
    /// neighbouring window lengths are measured on the same signal and err together; see <see cref="ScalingError"/>.
    /// </summary>
    public double StandardError => ScalingError.OfSlope(this);

    internal static ScalingLine Through(LengthFluctuation[] windows)
    {
        var x = windows.Select(w => Math.Log10(w.Grid.Size)).ToArray();
        var y = windows.Select(w => Math.Log10(w.MeanFluctuation)).ToArray();
        var (meanX, meanY) = (x.Average(), y.Average());
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        return new ScalingLine(xy / xx, meanY - (xy / xx * meanX), xy * xy / (xx * yy), windows);
    }
}

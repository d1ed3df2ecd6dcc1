using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Fitting;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>The slope of the spectrum where synaptic currents shape it most: 30 to 50 Hz.</summary>
public sealed class GammaSlopeBiomarker : IBiomarker
{
    // Hertz on either side of the line that it, or the notch that removed it, may reach.
    private const double LineSkirt = 2;

    // The simulated range of inhibition (2 to 6 times excitation) moves the slope by 0.4.
    private const double LargeError = 0.1;

    /// <summary>Frequencies that are fitted.</summary>
    public static readonly Setting<Interval> Range = new("slope_30_50.range", "30:50",
        "frequencies in Hz over which the slope is fitted", SettingText.Interval);

    /// <inheritdoc/>
    public string Name => "slope_30_50";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Slope of the spectrum at 30 to 50 Hz",
        "slope of log10 P on log10 f over 30 to 50 Hz by bisquare regression, without bins within 2 Hz of the line",
        Direction.Rises,
        Evidence.Moderate,
        "Gao, Peterson & Voytek 2017, doi:10.1016/j.neuroimage.2017.06.078",
        "Less negative means relatively more excitation in simulations, and in field potentials less propofol. At the "
        + "scalp muscle fills this range and flattens it. A beta or gamma rhythm at its ends decides the slope. In "
        + "short recordings the error exceeds the differences it is used for: minutes are needed, not seconds.")
    {
        Quantities = new Dictionary<string, string> { ["slope"] = "slope of log10 power on log10 frequency; negative" },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [.. SpectrumSettings.All, Range];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (spectrum, range, signal) = (ChannelSpectrum.Of(channel), channel.Get(Range), channel.Signal);
        if (spectrum.Estimate is not { } estimate)
            return new GammaSlopeResult(Measured.Undefined(spectrum.Why!));
        if (range.High > Math.Min(signal.Passband.High, signal.SamplingRate / 2) || range.Low < signal.Passband.Low)
            return new GammaSlopeResult(Measured.Undefined("a filter's edge lies within the fitted range"));
        bool NearLine(double f) => signal.LineFrequency is { } line
            && Math.Abs(f - line * Math.Max(1, Math.Round(f / line))) < LineSkirt;
        int[] bins =
        [
            .. Enumerable.Range(0, estimate.Frequencies.Length).Where(i =>
                range.Contains(estimate.Frequencies[i]) && !NearLine(estimate.Frequencies[i])),
        ];
        if (bins.Length < 8)
            return new GammaSlopeResult(Measured.Undefined($"the fitted range holds {bins.Length} bins, 8 are needed"));

        double[] x = [.. bins.Select(i => Math.Log10(estimate.Frequencies[i]))];
        double[] y = [.. bins.Select(i => Math.Log10(estimate.Density[i]))];
        var weights = new double[x.Length];
        var line = RobustRegression.Line(x, y, RobustOptions.Default, weights);
        if (!line.Converged)
            return new GammaSlopeResult(Measured.Undefined("the robust regression did not converge"));
        var error = SamplingError(spectrum, bins, x, weights);
        return new GammaSlopeResult(Measured.Of(line.Slope, error))
        {
            Warnings = error > LargeError
                ? ["the slope's standard error exceeds 0.1: too short a recording for this marker"]
                : [],
        };
    }

    // The regression as a weighted sum of the bins' logarithms, whose sampling errors the spectrum knows.
    private static double SamplingError(ChannelSpectrum spectrum, int[] bins, double[] x, double[] weights)
    {
        var mean = x.Zip(weights, (a, w) => a * w).Sum() / weights.Sum();
        var square = x.Zip(weights, (a, w) => w * (a - mean) * (a - mean)).Sum();
        var multiples = new double[bins[^1] - bins[0] + 1];
        for (var i = 0; i < bins.Length; i++)
            multiples[bins[i] - bins[0]] = weights[i] * (x[i] - mean) / square / double.Log(10);
        return Math.Sqrt(spectrum.Variance(multiples));
    }
}

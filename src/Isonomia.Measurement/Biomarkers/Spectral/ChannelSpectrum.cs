using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>
/// A channel's power spectrum over all its usable parts, estimated once for all biomarkers that need it; or the reason
/// why there is none. No window spans a rejected part or a gap.
/// </summary>
public sealed class ChannelSpectrum
{
    // A Hann window lets a bin's neighbours correlate by (2/3)^2 and (1/6)^2, and those further away not at all.
    private static readonly double[] HannCorrelation = [1, 4.0 / 9, 1.0 / 36];

    private ChannelSpectrum(PowerSpectrum? estimate, string? why, string unit, double[] neighbourCorrelation)
    {
        Estimate = estimate;
        Why = why;
        PowerUnit = (unit.Length > 0 ? unit : "a.u.") + "^2";
        NeighbourCorrelation = neighbourCorrelation;
    }

    /// <summary>The spectrum; null exactly when <see cref="Why"/> is set.</summary>
    public PowerSpectrum? Estimate { get; }

    /// <summary>Why there is no spectrum.</summary>
    public string? Why { get; }

    /// <summary>Unit of a power: the channel's unit, squared.</summary>
    public string PowerUnit { get; }

    /// <summary>Unit of a density: <see cref="PowerUnit"/> per hertz.</summary>
    public string DensityUnit => PowerUnit + "/Hz";

    /// <summary>
    /// Correlation of the estimate at one bin with that k bins away, for k = 0, 1, ...; zero beyond the last.
    /// </summary>
    public double[] NeighbourCorrelation { get; }

    /// <summary>The spectrum of a channel, as the settings say.</summary>
    public static ChannelSpectrum Of(ChannelAnalysis channel) =>
        channel.Share(typeof(ChannelSpectrum), () => Make(channel));

    /// <summary>
    /// Sampling variance of a sum over neighbouring bins whose terms are these multiples of the bins' relative errors.
    /// </summary>
    internal double Variance(ReadOnlySpan<double> multiples)
    {
        var sum = 0.0;
        for (var i = 0; i < multiples.Length; i++)
        {
            for (var k = 0; k < NeighbourCorrelation.Length && i + k < multiples.Length; k++)
                sum += multiples[i] * multiples[i + k] * NeighbourCorrelation[k] * (k == 0 ? 1 : 2);
        }

        return sum / Estimate!.EffectiveAverages;
    }

    private static ChannelSpectrum Make(ChannelAnalysis channel)
    {
        var signal = channel.Signal;
        var unit = signal.Channel.Unit;
        var seconds = channel.Get(SpectrumSettings.Window);
        var length = (int)(seconds * signal.SamplingRate);
        ChannelSpectrum None(string why) => new(null, why, unit, []);
        if (length < 4)
            return None($"spectrum.window={seconds:0.###}s holds fewer than four samples");
        var longest = signal.Usable.Count == 0 ? 0 : signal.Usable.Max(r => r.Count);
        if (longest < length)
        {
            return None($"no uninterrupted usable part is as long as a window of {seconds:0.###} s "
                + $"(the longest is {longest / signal.SamplingRate:0.###} s)");
        }

        if (UsableSamples.Fault(signal) is { } fault)
            return None(fault);
        var (estimator, correlation) = Estimator(channel, length);
        foreach (var run in signal.Usable)
            estimator.Add(signal.Samples.AsSpan(run.First, run.Count));
        var spectrum = estimator.Estimate();
        return Array.TrueForAll(spectrum.Density, double.IsFinite)
            ? new ChannelSpectrum(spectrum, null, unit, correlation)
            : None("the signal's values are too large to be squared");
    }

    private static (SpectrumEstimator Estimator, double[] Correlation) Estimator(ChannelAnalysis channel, int length)
    {
        var rate = channel.Signal.SamplingRate;
        var overlap = (int)(channel.Get(SpectrumSettings.Overlap) * length);
        var averaging = channel.Get(SpectrumSettings.Average) == "median"
            ? SegmentAveraging.Median
            : SegmentAveraging.Mean;
        if (channel.Get(SpectrumSettings.Method) == "welch")
            return (new WelchEstimator(rate, new(length, overlap) { Averaging = averaging }), HannCorrelation);

        // Several tapers of one bandwidth add up to a nearly rectangular spectral window: two bins correlate by the
        // share of it that they have in common. Narrower than two bins there is but one taper, near Hann's.
        var bins = channel.Get(SpectrumSettings.Bandwidth) * length / rate;
        var bandwidth = Math.Clamp(bins, 2, length / 2.0);
        var estimator = new MultitaperEstimator(rate, new MultitaperOptions(length, overlap)
        {
            TimeHalfBandwidth = bandwidth / 2,
            Averaging = averaging,
        });
        return (estimator, [.. Enumerable.Range(0, (int)Math.Ceiling(bandwidth)).Select(k => 1 - k / bandwidth)]);
    }
}

using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// How a rhythm's amplitude behaves over time: the windows from which the scaling exponent and the functional E/I
/// ratio of one band are computed. They are few, where the amplitude itself is as long as the recording; so it is
/// computed once, piece by piece, and all windows look at it as it passes.
/// </summary>
/// <param name="Band">The band.</param>
/// <param name="Fluctuations">F(n) over the window lengths to compute.</param>
/// <param name="Short">The windows of the functional E/I ratio.</param>
/// <param name="LongestRunSeconds">The longest uninterrupted usable run of the amplitude.</param>
/// <param name="WhyNot">Why there is nothing; null when there is.</param>
internal sealed record AmplitudeDynamics(
    Band Band,
    FluctuationFunction Fluctuations,
    WindowFluctuations Short,
    double LongestRunSeconds,
    string? WhyNot)
{
    /// <summary>One for each band in use.</summary>
    public static AmplitudeDynamics[] Of(ChannelAnalysis channel) => channel.Share(
        typeof(AmplitudeDynamics),
        () => AmplitudeSettings.BandsOf(channel.Settings).Select(band => Of(channel, band)).ToArray());

    private static AmplitudeDynamics Of(ChannelAnalysis channel, Band band)
    {
        // Windows and transforms of the band before.
        channel.Reclaim();
        var rate = channel.Signal.SamplingRate;
        var fit = channel.Get(AmplitudeSettings.DfaRange);
        var compute = channel.Get(AmplitudeSettings.DfaCompute);
        var overlap = channel.Get(AmplitudeSettings.DfaOverlap);
        WindowGrid[] grids =
        [
            WindowGrid.Overlapping(
                Math.Max(3, (int)(channel.Get(AmplitudeSettings.FeiWindow) * rate)),
                channel.Get(AmplitudeSettings.FeiOverlap)),
            .. FluctuationFunction.Sizes(rate, double.IsNaN(compute.Low) ? fit : compute)
                .Select(size => WindowGrid.Overlapping(size, overlap)),
        ];
        var whyNot = IsFlat(channel.Signal) ? "flat: the signal does not vary" : BandFilters.WhyNot(band, rate);
        if (whyNot is not null)
        {
            var none = DetrendedWindows.Of(BandEnvelope.Given(rate, []), grids);
            return new AmplitudeDynamics(band, FluctuationFunction.Of(rate, none.Skip(1)), none[0], 0, whyNot);
        }

        using var amplitude = new BandAmplitude(channel, band);
        var windows = DetrendedWindows.Of(amplitude.Runs, amplitude.Read, grids);
        var longest = amplitude.Runs.Count == 0 ? 0 : amplitude.Runs.Max(r => r.Count);
        return new AmplitudeDynamics(
            band, FluctuationFunction.Of(rate, windows.Skip(1)), windows[0], longest / rate, null);
    }

    // Of a constant the filter leaves rounding errors, which have an exponent too.
    internal static bool IsFlat(Signal signal)
    {
        foreach (var part in signal.Usable)
        {
            if (signal.Samples.AsSpan(part.First, part.Count).ContainsAnyExcept(signal.Samples[signal.Usable[0].First]))
                return false;
        }

        return true;
    }
}

using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>Detrended fluctuation analysis of one band's amplitude.</summary>
/// <param name="Band">The band.</param>
/// <param name="Exponent">The scaling exponent.</param>
/// <param name="Line">The line it is the slope of; null where there is none.</param>
/// <param name="Fluctuations">F(n) at every window length computed.</param>
public sealed record BandExponent(Band Band, Measured Exponent, ScalingLine? Line, FluctuationFunction Fluctuations)
{
    /// <summary>The fewest windows that must fit at the longest length fitted.</summary>
    public const int FewestWindows = 2;

    /// <summary>Windows at the longest length fitted; the exponent is shaky when they are few.</summary>
    public int LongestWindows => Line?.Windows[^1].Count ?? 0;

    internal static BandExponent Of(AmplitudeDynamics dynamics, Interval range)
    {
        var line = dynamics.WhyNot is null ? dynamics.Fluctuations.Fit(range) : null;
        var why = dynamics.WhyNot ?? WhyNot(dynamics, line, range);
        return why is null
            ? new BandExponent(dynamics.Band, Measured.Of(line!.Slope, line.StandardError), line, dynamics.Fluctuations)
            : new BandExponent(dynamics.Band, Measured.Undefined(why), null, dynamics.Fluctuations);
    }

    private static string? WhyNot(AmplitudeDynamics dynamics, ScalingLine? line, Interval range)
    {
        if (line is null)
        {
            return $"fewer than three window lengths lie between {range.Low} and {range.High} s at "
                + $"{dynamics.Fluctuations.SamplingRate} Hz; widen dfa.range";
        }

        var longest = line.Windows[^1];
        if (longest.Count < FewestWindows)
        {
            var seconds = longest.Grid.Size / dynamics.Fluctuations.SamplingRate;
            return $"too short: {longest.Count} of {FewestWindows} windows of {seconds:0.#} s fit, the longest "
                + $"uninterrupted usable run being {dynamics.LongestRunSeconds:0.#} s; lower the end of dfa.range";
        }

        return line.Windows.Any(w => !(w.MeanFluctuation > 0)) ? "flat: the amplitude does not vary" : null;
    }
}

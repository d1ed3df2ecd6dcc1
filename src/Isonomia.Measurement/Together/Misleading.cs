using System.Globalization;
using Isonomia.Measurement.Measuring;

namespace Isonomia.Measurement.Together;

/// <summary>What is known to move markers without any change of balance, as far as a recording shows it.</summary>
internal static class Misleading
{
    private const double ShortSeconds = 120;
    private const double MuchRejected = 0.2;
    private const double SlowRate = 250;

    public static IEnumerable<string> Of(RecordingMeasurement measured)
    {
        if (measured.DurationSeconds < ShortSeconds)
        {
            yield return $"The recording is short ({Whole(measured.DurationSeconds)} s): exponents of slow fluctuations, "
                + "and everything that averages few windows, are uncertain.";
        }

        if (measured.Channels.Count == 0)
            yield break;
        var rejected = measured.Rejected.Sum(r => r.Duration * Share(r.Channels.Count, measured)) / Math.Max(1, measured.DurationSeconds);
        if (rejected > MuchRejected)
            yield return $"{Whole(100 * rejected)} % of it was left out as bad: what remains may not stand for the whole.";
        var bad = measured.Channels.Count(c => c.WhyBad is not null);
        if (bad > 0)
            yield return $"{bad} {(bad == 1 ? "channel" : "channels")} set aside as bad; what they would have said is not here.";
        if (measured.Channels.FirstOrDefault(c => c.WhyBad is null)?.Channel is { SamplingRate: < SlowRate } slow)
            yield return $"Sampled at {Whole(slow.SamplingRate)} Hz: little or nothing above 40 Hz can be trusted.";

        var reference = measured.Steps.FirstOrDefault(s => s.Name == "reference")?.Outcome;
        yield return $"Reference: {reference ?? "as recorded"}. Exponents and powers of different references cannot be compared.";
        yield return "Scalp muscle flattens spectra above 20 Hz and feigns excitation; closed and open eyes, drowsiness and drugs "
            + "move most markers.";
        yield return "The age of the person is not taken into account: exponents and alpha frequency change with it.";
    }

    // No channels: all of them.
    private static double Share(int channels, RecordingMeasurement measured) =>
        channels == 0 ? 1 : (double)channels / Math.Max(1, measured.Channels.Count(c => c.WhyBad is null));

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}

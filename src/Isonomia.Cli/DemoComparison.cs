using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Synthesis.Known;

namespace Isonomia.Cli;

/// <summary>What a measurement of a virtual individual found, beside what is true of it.</summary>
internal static class DemoComparison
{
    // Where a rhythm does not tower over the background, the envelope of its band is largely the background's; the
    // recovery table says what that does to the exponent.
    private const double ClearPeak = 1;

    public static void Print(TextWriter output, Truth truth, RecordingMeasurement found)
    {
        var table = new TextTable("", "truth", "found", "95 % interval");
        var good = found.Channels.Where(c => c.WhyBad is null).ToArray();
        var exponents = good.Select(c => Number(c, "aperiodic", "exponent")).OfType<double>().Order().ToArray();
        if (exponents.Length > 0)
        {
            table.Add("aperiodic exponent, median of channels", $"{truth.Exponent:0.00}", $"{exponents[exponents.Length / 2]:0.00}",
                $"channels {exponents[0]:0.00} to {exponents[^1]:0.00}");
        }

        foreach (var rhythm in truth.Rhythms)
        {
            var best = good.Select(c => (Channel: c, Seen: truth[c.Channel.Name].Rhythms.Single(r => r.Rhythm == rhythm)))
                .MaxBy(c => c.Seen.PeakHeight);
            if (best.Channel is null || best.Seen.PeakHeight < ClearPeak)
                continue;
            var at = $" ({best.Channel.Channel.Name})";
            if (rhythm.Name == "alpha")
                Row(table, best.Channel, "alpha peak frequency, Hz" + at, rhythm.FrequencyHz, "individual_alpha", "peak_frequency_hz");
            Row(table, best.Channel, $"{rhythm.Name} amplitude, DFA exponent{at}", rhythm.Modulation.Hurst, "dfa", rhythm.Name,
                "exponent");
        }

        var setAside = string.Join(", ", found.Channels.Where(c => c.WhyBad is not null).Select(c => c.Channel.Name));
        table.Add("broken electrode", truth.BadElectrode ?? "none", setAside.Length > 0 ? setAside : "none", "");
        var notch = found.Steps.Single(s => s.Name == "notch").Outcome;
        table.Add("mains", truth.LineFrequencyHz is { } line ? $"{line:0} Hz" : "none", "notch " + notch.Split(" Hz")[0], "");
        var kinds = truth.Artefacts.GroupBy(a => a.Kind).Select(k => $"{k.Count()} {k.Key}");
        table.Add("artefacts", string.Join(", ", kinds), $"{found.Rejected.Count} half seconds left out", "");
        table.Print(output);
    }

    private static void Row(TextTable table, ChannelMeasurement channel, string label, double truth, string biomarker,
        params ReadOnlySpan<string> path)
    {
        var measured = channel.Biomarkers.TryGetValue(biomarker, out var result) ? result.ToReading().Find(path) : null;
        table.Add(label, $"{truth:0.00}", measured is { IsDefined: true } m ? $"{m.Value:0.00}" : "-",
            measured?.Confidence95 is var (low, high) ? $"{low:0.00} to {high:0.00}" : measured?.Why ?? "");
    }

    private static double? Number(ChannelMeasurement channel, string biomarker, params ReadOnlySpan<string> path) =>
        channel.Biomarkers.TryGetValue(biomarker, out var result) && result.ToReading().Find(path) is { IsDefined: true } m
            ? m.Value
            : null;
}

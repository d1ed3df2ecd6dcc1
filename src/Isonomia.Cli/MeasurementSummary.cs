using Isonomia.Measurement.Measuring;
using Isonomia.Reporting.Tables;

namespace Isonomia.Cli;

/// <summary>The main numbers of a measurement for the terminal: a channel a line, then a biomarker of all channels a
/// line, then a population a line.</summary>
internal static class MeasurementSummary
{
    private const int MostOfWhole = 6;

    private static readonly (string Heading, string Format, string[] Path)[] Columns =
    [
        ("exponent", "0.00", ["aperiodic", "exponent"]),
        ("irasa", "0.00", ["irasa", "exponent"]),
        ("alpha rel", "0.00", ["band_power", "alpha", "relative"]),
        ("peak Hz", "0.0", ["individual_alpha", "peak_frequency_hz"]),
        ("DFA alpha", "0.00", ["dfa", "alpha", "exponent"]),
        ("fE/I alpha", "0.00", ["fei", "alpha", "value"]),
        ("LZ", "0.00", ["lempel_ziv", "value"]),
        ("SampEn", "0.00", ["sample_entropy", "value"]),
    ];

    public static void Print(TextWriter output, RecordingMeasurement measurement)
    {
        if (measurement.Channels.Count > 0)
            PrintChannels(output, measurement);
        PrintWhole(output, measurement.Whole);
        if (measurement.Populations.Count > 0)
            PrintPopulations(output, measurement.Populations);
    }

    private static void PrintWhole(TextWriter output, WholeMeasurement whole)
    {
        foreach (var (name, result) in whole.Biomarkers)
        {
            var rows = MeasuredRow.Of(result).Where(r => r.Value.IsDefined).Take(MostOfWhole)
                .Select(r => $"{(r.Part.Length > 0 ? r.Part + "/" : "")}{r.Quantity} {r.Value.Value:G4}").ToArray();
            output.WriteLine($"{name} ({whole.Channels.Count} channels): "
                + (rows.Length > 0 ? string.Join(", ", rows) : MeasuredRow.Of(result).FirstOrDefault()?.Value.Why));
            foreach (var warning in result.Warnings)
                output.WriteLine($"warning ({name}): {warning}");
        }
    }

    private static void PrintPopulations(TextWriter output, IReadOnlyList<PopulationMeasurement> populations)
    {
        var columns = SpikeSummary.Of(populations);
        var table = new TextTable(["population", "units", "spikes", .. columns.Select(
            c => c.Unit.Length > 0 ? $"{c.Heading} {c.Unit}" : c.Heading)]);
        for (var p = 0; p < populations.Count; p++)
        {
            table.Add([populations[p].Name, $"{populations[p].Units}", $"{populations[p].Spikes}",
                .. columns.Select(c => c.Values[p].IsDefined ? c.Values[p].Value.ToString($"F{c.Decimals}") : "-")]);
        }

        table.Print(output);
        foreach (var population in populations.Where(p => p.Listed.Count < p.Units))
        {
            output.WriteLine($"{population.Name}: of {population.Units} units {population.Listed.Count}, evenly spaced,"
                + " are listed by themselves (spikes.listed)");
        }

        var warnings = populations
            .SelectMany(p => p.Biomarkers.SelectMany(b => b.Value.Warnings.Select(w => (b.Key, Text: w, p.Name))))
            .GroupBy(w => (w.Key, w.Text));
        foreach (var warning in warnings)
        {
            output.WriteLine($"warning ({warning.Key.Key}, {string.Join(", ", warning.Select(w => w.Name))}): "
                + warning.Key.Text);
        }
    }

    private static void PrintChannels(TextWriter output, RecordingMeasurement measurement)
    {
        var good = measurement.Channels.Where(c => c.WhyBad is null).ToArray();
        var columns = Columns.Where(c => good.Any(g => g.Biomarkers.ContainsKey(c.Path[0]))).ToArray();
        var table = new TextTable(["channel", .. columns.Select(c => c.Heading)]);
        foreach (var channel in good)
        {
            table.Add([channel.Channel.Name, .. columns.Select(column =>
                channel.Biomarkers.TryGetValue(column.Path[0], out var result)
                && result.ToReading().Find(column.Path.AsSpan(1)) is { IsDefined: true } measured
                    ? measured.Value.ToString(column.Format)
                    : "-")]);
        }

        table.Print(output);
        foreach (var channel in measurement.Channels.Where(c => c.WhyBad is not null))
            output.WriteLine($"{channel.Channel.Name}: set aside, {channel.WhyBad}");
        var warnings = good.SelectMany(c => c.Biomarkers.SelectMany(b => b.Value.Warnings.Select(w => (Biomarker: b.Key, Text: w))))
            .GroupBy(w => w).OrderByDescending(g => g.Count());
        foreach (var warning in warnings)
            output.WriteLine($"warning ({warning.Key.Biomarker}, {warning.Count()} channels): {warning.Key.Text}");
    }
}

using System.Text.Json;
using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Measuring;
using Isonomia.Numerics.Files;
using Isonomia.Numerics.Statistics;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>A comparison as a tidy table: a row for each quantity in its mean over channels, and for each channel.</summary>
public static class ComparisonTsv
{
    private static readonly (string Column, string LongName, string Description)[] Columns =
    [
        ("biomarker", "Biomarker", "As in biomarkers.tsv"),
        ("part", "Part", "Band or other part; n/a for the whole"),
        ("quantity", "Quantity", "Which number"),
        ("type", "Channel type", "The channels it was measured on"),
        ("unit", "Unit", "Unit of the quantity"),
        ("channel", "Channel", "The channel; n/a for the mean over channels"),
        ("contrast", "Contrast", "What is compared with what"),
        ("n", "Participants", "Participants with a value"),
        ("effect", "Effect size", "Which effect size"),
        ("value", "Value", "Its value; n/a where values are too few"),
        ("ci_low", "Confidence interval, lower end", "Lower end of its 95 % interval"),
        ("ci_high", "Confidence interval, upper end", "Upper end of its 95 % interval"),
        ("p", "p", "By rearranging participants"),
        ("p_corrected", "p, corrected", "Means: false discovery rate over quantities; channels: see correction; pairs of groups: Holm"),
        ("correction", "Correction", "fdr: false discovery rate (Benjamini-Hochberg); clusters: mass of clusters of neighbouring channels; holm"),
    ];

    /// <summary>Writes <c>comparison.tsv</c> and its sidecar.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="content">What was found.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Write(string folder, ComparisonContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        MeasureTsv.WriteText(Path.Combine(folder, "comparison.tsv"), text => WriteRows(text, content.Comparison));
        AtomicFile.Write(Path.Combine(folder, "comparison.json"), stream =>
        {
            using (var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true)))
            {
                json.WriteStartObject();
                TsvSidecar.WriteColumns(json, Columns);
                json.WriteStartObject("GeneratedBy");
                json.WriteString("Name", "Isonomia");
                json.WriteString("Version", RecordingMeasurer.Version);
                json.WriteString("Command", content.Command);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            stream.WriteByte((byte)'\n');
        });
    }

    private static void WriteRows(StreamWriter text, CohortComparison comparison)
    {
        text.WriteLine(string.Join('\t', Columns.Select(c => c.Column)));
        var contrast = comparison.Design.Contrast;
        foreach (var found in comparison.Quantities)
        {
            Row(text, found, null, contrast.Direction, found.Count, contrast.EffectName, found.Effect, found.P, found.Q, "fdr");
            foreach (var pair in found.Pairs)
                Row(text, found, null, pair.Direction, null, "Hedges g", pair.Effect, pair.P, pair.Adjusted, "holm");
            for (var i = 0; i < found.PlaceEffects.Count; i++)
            {
                var test = found.PlaceTest!;
                Row(text, found, found.Values.Places[i], contrast.Direction, found.Values.ByPlace[i].Count(double.IsFinite),
                    contrast.EffectName, found.PlaceEffects[i], test.P[i], test.Corrected[i], test.ByClusters ? "clusters" : "fdr");
            }
        }
    }

    private static void Row(StreamWriter text, QuantityComparison found, string? channel, string direction, int? n, string name,
        ConfidenceInterval effect, double p, double corrected, string correction)
    {
        var quantity = found.Values.Quantity;
        MeasureTsv.Line(text, quantity.Biomarker, quantity.Part, quantity.Name, quantity.Type, quantity.Unit, channel, direction,
            n?.ToString(), name, MeasureTsv.Number(effect.Estimate), MeasureTsv.Number(effect.Lower),
            MeasureTsv.Number(effect.Upper), MeasureTsv.Number(p), MeasureTsv.Number(corrected), correction);
    }
}

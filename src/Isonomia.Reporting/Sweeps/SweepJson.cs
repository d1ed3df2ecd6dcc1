using System.Text.Json;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tables.Runs;

namespace Isonomia.Reporting.Sweeps;

/// <summary>
/// What <c>sweep.json</c> holds: which runs, what was measured, how far it is, and what is needed to repeat it; the
/// numbers are in <c>sweep.tsv</c>.
/// </summary>
public static class SweepJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.sweep/1";

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">The sweep.</param>
    public static void Write(Stream stream, SweepContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("model", content.Model);
        json.WriteNumber("runs", content.Plan.Runs.Length);
        json.WriteNumber("done", content.Outcomes.Count);
        json.WriteNumber("failed", content.Failed);
        json.WriteStartArray("axes");
        foreach (var axis in content.Plan.Axes)
        {
            json.WriteStartObject();
            json.WriteString("path", axis.Path);
            json.WriteString("unit", axis.Unit);
            json.WriteStartArray("values");
            foreach (var value in axis.Values)
                json.WriteStringValue(value.Text);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("measures");
        foreach (var measure in content.Measures)
        {
            json.WriteStartObject();
            json.WriteString("name", measure.Name);
            json.WriteString("unit", measure.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("fixed");
        foreach (var (name, words) in content.Fixed)
            json.WriteString(name, words);
        json.WriteEndObject();
        json.WriteStartObject("provenance");
        ProvenanceJson.Write(json, content.Provenance, content.Plan.Runs[0].Seed);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}

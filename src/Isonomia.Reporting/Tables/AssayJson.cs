using System.Text.Json;
using Isonomia.Measurement.Assays;

namespace Isonomia.Reporting.Tables;

/// <summary>
/// What a file that holds no recording says, as JSON: participants, and for each its numbers by biomarker.
/// </summary>
public static class AssayJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.assay/1";

    /// <summary>
    /// Writes UTF-8 without a byte-order mark, indented, ending with a line feed. The stream stays open.
    /// </summary>
    public static void Write(Stream stream, AssayMeasurement assay)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true)))
        {
            using var readings = new ReadingJson(json);
            WriteObject(json, readings, assay);
        }

        stream.WriteByte((byte)'\n');
    }

    internal static void WriteObject(Utf8JsonWriter json, ReadingJson readings, AssayMeasurement assay)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("path", assay.Path);
        json.WriteString("format", assay.Format);
        json.WriteStartArray("participants");
        foreach (var participant in assay.Findings.GroupBy(f => f.Participant))
        {
            json.WriteStartObject();
            json.WriteString("participant", participant.Key.Length > 0 ? participant.Key : null);
            json.WriteStartObject("biomarkers");
            foreach (var finding in participant)
            {
                json.WritePropertyName(finding.Name);
                readings.Write(finding.Reading, finding.Warnings);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("provenance");
        json.WriteString("version", assay.Provenance.Version);
        json.WriteString("command", assay.Provenance.Command);
        json.WriteString("time", assay.Provenance.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteString("input_sha256", assay.Provenance.InputSha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

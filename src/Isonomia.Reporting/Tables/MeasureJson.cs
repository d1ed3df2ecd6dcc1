using System.Text.Json;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Files;

namespace Isonomia.Reporting.Tables;

/// <summary>
/// What <c>measure --json</c> writes: everything that was found, at full precision, in a shape that stays
/// (<see cref="Schema"/>). Undefined numbers are null with a <c>"why"</c>, never NaN.
/// </summary>
public static class MeasureJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.measure/1";

    /// <summary>Writes the file at once: a reader sees all of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, RecordingMeasurement measurement) =>
        AtomicFile.Write(path, stream => Write(stream, measurement));

    /// <summary>
    /// Writes UTF-8 without a byte-order mark, indented, ending with a line feed. The stream stays open.
    /// </summary>
    public static void Write(Stream stream, RecordingMeasurement measurement)
    {
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        using var readings = new ReadingJson(json);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteRecording(json, measurement);
        json.WriteStartArray("channels");
        foreach (var channel in measurement.Channels)
        {
            WriteChannel(json, readings, channel);
            json.Flush();
        }

        json.WriteEndArray();
        WholeJson.Write(json, readings, measurement);
        SpikesJson.Write(json, readings, measurement);
        TogetherJson.Write(json, measurement);
        WriteRejected(json, measurement);
        if (measurement.Windows.Count > 0)
            WindowsJson.Write(json, readings, measurement.Windows);
        if (measurement.Beside.Count > 0)
        {
            json.WriteStartArray("beside");
            foreach (var assay in measurement.Beside)
                AssayJson.WriteObject(json, readings, assay);
            json.WriteEndArray();
        }

        WriteProvenance(json, measurement);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteRecording(Utf8JsonWriter json, RecordingMeasurement measurement)
    {
        var recording = measurement.Recording;
        var main = measurement.Channels.Select(c => c.Channel).Concat(recording.Channels).FirstOrDefault();
        json.WriteStartObject("recording");
        json.WriteString("path", recording.Path);
        json.WriteString("format", recording.Format);
        json.WriteNumber("channels", recording.Channels.Count);
        if (main is null)
            json.WriteNull("sampling_rate_hz");
        else
            json.WriteNumber("sampling_rate_hz", main.SamplingRate);
        json.WriteNumber("duration_s", measurement.DurationSeconds);
        json.WriteString("start", recording.Start?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF"));
        json.WriteStartArray("stretches");
        foreach (var stretch in measurement.Stretches)
            WriteSpan(json, stretch.Onset, stretch.Duration);
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in recording.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChannel(Utf8JsonWriter json, ReadingJson readings, ChannelMeasurement measured)
    {
        json.WriteStartObject();
        json.WriteString("name", measured.Channel.Name);
        json.WriteString("type", measured.Channel.Type.Label());
        json.WriteString("unit", measured.Channel.Unit);
        json.WriteNumber("sampling_rate_hz", measured.Channel.SamplingRate);
        json.WriteBoolean("bad", measured.WhyBad is not null);
        json.WriteString("why_bad", measured.WhyBad);
        json.WriteNumber("usable_s", measured.UsableSeconds);
        json.WriteStartObject("biomarkers");
        foreach (var (name, result) in measured.Biomarkers)
        {
            json.WritePropertyName(name);
            readings.Write(result.ToReading(), result.Warnings);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Onsets are seconds of stored signal, gaps not counted, as everywhere in preprocessing. No channels: all of them.
    private static void WriteRejected(Utf8JsonWriter json, RecordingMeasurement measurement)
    {
        json.WriteStartArray("rejected");
        foreach (var segment in measurement.Rejected)
            WriteSpan(json, segment.Onset, segment.Duration, segment);
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, double onset, double duration, RejectedSegment? rejected = null)
    {
        json.WriteStartObject();
        json.WriteNumber("onset_s", onset);
        json.WriteNumber("duration_s", duration);
        if (rejected is not null)
        {
            json.WriteString("why", rejected.Why);
            json.WriteStartArray("channels");
            foreach (var channel in rejected.Channels)
                json.WriteStringValue(channel);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, RecordingMeasurement measurement)
    {
        var provenance = measurement.Provenance;
        json.WriteStartObject("provenance");
        json.WriteString("version", provenance.Version);
        json.WriteString("command", provenance.Command);
        json.WriteString("time", provenance.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteString("input_sha256", provenance.InputSha256);
        WriteParameters(json, provenance.Parameters);
        json.WriteStartArray("preprocessing");
        foreach (var step in measurement.Steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Name);
            WriteParameters(json, step.Parameters);
            json.WriteString("outcome", step.Outcome);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, IReadOnlyDictionary<string, string> parameters)
    {
        json.WriteStartObject("parameters");
        foreach (var (key, value) in parameters)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}

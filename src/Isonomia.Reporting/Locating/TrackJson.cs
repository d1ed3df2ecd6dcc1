using System.Text.Json;
using Isonomia.Inference.Tracking;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Locating;

/// <summary>What <c>locate --window</c> found, as JSON: channels, and in each its windows.</summary>
public static class TrackJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.track/1";

    /// <summary>Writes a file; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, TrackedRecording tracked) => AtomicFile.Write(path, stream => Write(stream, tracked));

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    public static void Write(Stream stream, TrackedRecording tracked)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tracked);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("recording", tracked.Recording.Path);
        json.WriteString("model", tracked.Model.Name);
        json.WriteNumber("seed", tracked.Seed);
        json.WriteNumber("window_s", tracked.Windows.Length);
        json.WriteNumber("step_s", tracked.Windows.Step);
        json.WriteStartArray("channels");
        foreach (var channel in tracked.Channels)
        {
            json.WriteStartObject();
            json.WriteString("channel", channel.Channel.Name);
            if (channel.WhyNot is { } why)
                json.WriteString("why", why);
            json.WriteNumber("seconds", channel.Seconds);
            json.WriteStartArray("windows");
            foreach (var point in channel.Points)
                WritePoint(json, tracked, point);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("seconds", tracked.Seconds);
        LocateJson.WriteProvenance(json, tracked.Provenance, tracked.Steps);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WritePoint(Utf8JsonWriter json, TrackedRecording tracked, TrackPoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("start_s", point.Start);
        json.WriteNumber("end_s", point.End);
        json.WriteBoolean("converged", point.IsKnown);
        if (point.WhyNot is { } why)
            json.WriteString("why", why);
        if (point.Diagnostics is { } diagnostics)
        {
            json.WriteStartObject("diagnostics");
            LocateJson.WriteNumber(json, "rhat_max", diagnostics.RHatMax);
            LocateJson.WriteNumber(json, "ess_min", diagnostics.EssMin);
            json.WriteEndObject();
        }

        if (point.IsKnown)
        {
            json.WriteStartObject("parameters");
            for (var i = 0; i < point.Parameters.Count; i++)
            {
                var (name, unit) = TrackTsv.Parameter(tracked.Model, i);
                LocateJson.WriteMarginal(json, name, point.Parameters[i], unit);
            }

            json.WriteEndObject();
            json.WriteStartObject("coordinates");
            for (var i = 0; i < point.Coordinates.Count; i++)
                LocateJson.WriteMarginal(json, tracked.Model.Coordinates[i].Name, point.Coordinates[i], tracked.Model.Coordinates[i].Unit);
            json.WriteEndObject();
            json.WriteStartObject("stability");
            json.WriteNumber("margin", point.Margin.Median);
            json.WriteNumber("margin_q05", point.Margin.Q05);
            json.WriteNumber("margin_q95", point.Margin.Q95);
            json.WriteString("kind", point.Kind);
            json.WriteNumber("frequency_hz", point.FrequencyHz);
            json.WriteEndObject();
            json.WriteNumber("chi2_reduced", point.ReducedChiSquare);
        }

        json.WriteEndObject();
    }
}

using System.Text.Json;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Reporting.Tables;

/// <summary>What <c>info --json</c> writes: what is in a recording.</summary>
public static class InfoJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.info/1";

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="statistics">Of each channel, in order; null for a channel without samples.</param>
    public static void Write(Stream stream, Recording recording, IReadOnlyList<ChannelStatistics?> statistics)
    {
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        var header = recording.Header;
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("path", header.Path);
        json.WriteString("format", header.Format);
        json.WriteNumber("duration_s", recording.Duration);
        json.WriteString("start", header.Start?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF"));
        json.WriteStartArray("channels");
        for (var i = 0; i < header.Channels.Count; i++)
            WriteChannel(json, header.Channels[i], statistics[i]);
        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var mark in header.Events)
            WriteSpan(json, mark.Onset, mark.Duration, mark.Description);
        json.WriteEndArray();
        json.WriteStartArray("gaps");
        for (var i = 1; i < recording.Stretches.Count; i++)
        {
            var end = recording.Stretches[i - 1].Onset + recording.Stretches[i - 1].Duration;
            WriteSpan(json, end, Math.Max(0, recording.Stretches[i].Onset - end), null);
        }

        json.WriteEndArray();
        json.WriteStartArray("units");
        foreach (var train in header.Spikes)
        {
            json.WriteStartObject();
            json.WriteString("name", train.Unit);
            json.WriteNumber("spikes", train.Times.Length);
            if (recording.Duration > 0)
                json.WriteNumber("rate_hz", train.Times.Length / recording.Duration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in header.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteChannel(Utf8JsonWriter json, Channel channel, ChannelStatistics? statistics)
    {
        json.WriteStartObject();
        json.WriteString("name", channel.Name);
        json.WriteString("type", channel.Type.Label());
        json.WriteString("unit", channel.Unit);
        json.WriteNumber("sampling_rate_hz", channel.SamplingRate);
        json.WriteNumber("samples", channel.Samples);
        WriteNumber(json, "mean", statistics?.Mean);
        WriteNumber(json, "sd", statistics?.StandardDeviation);
        WriteNumber(json, "min", statistics?.Min);
        WriteNumber(json, "max", statistics?.Max);
        json.WriteStartArray("first");
        foreach (var value in statistics?.First ?? [])
            WriteNumber(json, null, value);
        json.WriteEndArray();
        if (statistics is null)
            json.WriteString("why", "the channel has no samples");
        else if (!double.IsFinite(statistics.Mean) || !double.IsFinite(statistics.StandardDeviation))
            json.WriteString("why", "some samples are not finite numbers");
        if (channel.HighPass is { } highPass)
            json.WriteNumber("highpass_hz", highPass);
        if (channel.LowPass is { } lowPass)
            json.WriteNumber("lowpass_hz", lowPass);
        if (channel.Position is { } position)
        {
            json.WriteStartArray("position_m");
            json.WriteNumberValue(position.X);
            json.WriteNumberValue(position.Y);
            json.WriteNumberValue(position.Z);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, double onset, double duration, string? description)
    {
        json.WriteStartObject();
        json.WriteNumber("onset_s", onset);
        json.WriteNumber("duration_s", duration);
        if (description is not null)
            json.WriteString("description", description);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string? name, double? value)
    {
        if (name is not null)
            json.WritePropertyName(name);
        if (value is { } number && double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }
}

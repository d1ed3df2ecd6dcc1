using System.Text.Json;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tables;

/// <summary>What was found window by window, within <see cref="MeasureJson"/>: member <c>windows</c>.</summary>
internal static class WindowsJson
{
    public static void Write(Utf8JsonWriter json, ReadingJson readings, IReadOnlyList<WindowMeasurement> windows)
    {
        json.WriteStartArray("windows");
        foreach (var window in windows)
        {
            json.WriteStartObject();
            json.WriteNumber("onset_s", window.Onset);
            json.WriteNumber("duration_s", window.Duration);
            WriteNamed(json, readings, "channels", window.Channels);
            WriteNamed(json, readings, "populations", window.Populations);
            json.WritePropertyName("recording_biomarkers");
            WriteNumbers(json, readings, window.Whole);
            json.WriteEndObject();
            json.Flush();
        }

        json.WriteEndArray();
    }

    private static void WriteNamed(Utf8JsonWriter json, ReadingJson readings, string member,
        IReadOnlyList<(string Name, IReadOnlyDictionary<string, Reading> Numbers)> parts)
    {
        json.WriteStartArray(member);
        foreach (var (name, numbers) in parts)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WritePropertyName("biomarkers");
            WriteNumbers(json, readings, numbers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, ReadingJson readings, IReadOnlyDictionary<string, Reading> numbers)
    {
        json.WriteStartObject();
        foreach (var (name, reading) in numbers)
        {
            json.WritePropertyName(name);
            readings.Write(reading);
        }

        json.WriteEndObject();
    }
}

using System.Text.Json;
using Isonomia.Measurement.Measuring;

namespace Isonomia.Reporting.Tables;

/// <summary>Which units there are and what was found of each, within <see cref="MeasureJson"/>.</summary>
internal static class SpikesJson
{
    /// <summary>Members <c>populations</c> and <c>units</c>.</summary>
    public static void Write(Utf8JsonWriter json, ReadingJson readings, RecordingMeasurement measurement)
    {
        json.WriteStartArray("populations");
        foreach (var population in measurement.Populations)
            WritePopulation(json, population);
        json.WriteEndArray();
        json.WriteStartArray("units");
        foreach (var population in measurement.Populations)
        {
            foreach (var unit in population.Listed)
                WriteUnit(json, readings, population.Name, unit);
            json.Flush();
        }

        json.WriteEndArray();
    }

    private static void WritePopulation(Utf8JsonWriter json, PopulationMeasurement population)
    {
        json.WriteStartObject();
        json.WriteString("name", population.Name);
        json.WriteNumber("units", population.Units);
        json.WriteNumber("silent_units", population.Silent);
        json.WriteNumber("listed_units", population.Listed.Count);
        json.WriteNumber("spikes", population.Spikes);
        json.WriteNumber("from_s", population.Start);
        json.WriteNumber("to_s", population.Stop);
        json.WriteEndObject();
    }

    private static void WriteUnit(
        Utf8JsonWriter json, ReadingJson readings, string population, UnitMeasurement unit)
    {
        json.WriteStartObject();
        json.WriteString("name", unit.Name);
        json.WriteString("population", population);
        json.WriteNumber("spikes", unit.Spikes);
        json.WriteStartObject("biomarkers");
        foreach (var (name, reading) in unit.Biomarkers)
        {
            json.WritePropertyName(name);
            readings.Write(reading);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;

namespace Isonomia.Reporting.Tables;

/// <summary>
/// What was found in the recording as a whole, within <see cref="MeasureJson"/>: numbers of all channels at once stand
/// in their biomarker, those of spikes in their population in it.
/// </summary>
internal static class WholeJson
{
    /// <summary>Members <c>recording_channels</c> and <c>recording_biomarkers</c>.</summary>
    public static void Write(Utf8JsonWriter json, ReadingJson readings, RecordingMeasurement measurement)
    {
        var (whole, populations) = (measurement.Whole, measurement.Populations);
        json.WriteStartArray("recording_channels");
        foreach (var channel in whole.Channels)
            json.WriteStringValue(channel.Name);
        json.WriteEndArray();
        json.WriteStartObject("recording_biomarkers");
        foreach (var biomarker in whole.Biomarkers.Keys.Concat(populations.SelectMany(p => p.Biomarkers.Keys)).Distinct())
        {
            json.WriteStartObject(biomarker);
            if (whole.Biomarkers.GetValueOrDefault(biomarker) is { } result)
                readings.WriteMembers(result.ToReading(), result.Warnings);
            foreach (var population in populations)
            {
                if (population.Biomarkers.TryGetValue(biomarker, out var ofSpikes))
                    WritePopulation(json, readings, population.Name, ofSpikes);
            }

            json.WriteEndObject();
            json.Flush();
        }

        json.WriteEndObject();
    }

    private static void WritePopulation(
        Utf8JsonWriter json, ReadingJson readings, string population, BiomarkerResult result)
    {
        json.WritePropertyName(population);
        readings.Write(result.ToReading(), result.Warnings);
    }
}

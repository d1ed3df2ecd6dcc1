using System.Text.Json;
using Isonomia.Inference.Calibrating;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Locating;

/// <summary>What <c>locate --calibrate</c> found, as JSON.</summary>
public static class CalibrationJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.calibration/1";

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    public static void Write(Stream stream, CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("model", result.Model);
        json.WriteNumber("individuals", result.Individuals);
        json.WriteNumber("not_converged", result.NotConverged);
        json.WriteStartObject("quantities");
        foreach (var quantity in result.Quantities)
        {
            json.WriteStartObject(quantity.Name);
            json.WriteNumber("coverage_90", quantity.Coverage90);
            json.WriteNumber("uniformity_p", quantity.UniformityP);
            json.WriteNumber("recovery_r", quantity.Recovery);
            Numbers(json, "rank_histogram", [.. quantity.Histogram.Select(c => (double)c)]);
            Numbers(json, "truth", quantity.Truths);
            Numbers(json, "median", quantity.Medians);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("seconds", result.Seconds);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void Numbers(Utf8JsonWriter json, string name, double[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}

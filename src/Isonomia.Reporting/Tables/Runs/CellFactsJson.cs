using System.Text.Json;
using Isonomia.Reporting.Runs;

namespace Isonomia.Reporting.Tables.Runs;

/// <summary>What is found about a cell besides its run: f-I curve, fixed points, distance from the reference.</summary>
internal static class CellFactsJson
{
    public static void Write(Utf8JsonWriter json, CellReportContent content)
    {
        WriteCurve(json, content);
        WriteFixedPoints(json, content);
        WriteReference(json, content);
    }

    private static void WriteCurve(Utf8JsonWriter json, CellReportContent content)
    {
        if (content.Curve is not { } curve)
            return;
        json.WriteStartObject("fi");
        json.WriteString("input", curve.Input);
        json.WriteString("si_unit", curve.Dimension.ToString());
        json.WriteStartArray("points");
        foreach (var point in curve.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("input", point.Input);
            json.WriteNumber("rate_hz", point.MeanRate);
            RunJson.WriteOptional(json, "steady_rate_hz", point.SteadyRate, "fewer than two spikes");
            RunJson.WriteOptional(json, "initial_rate_hz", point.InitialRate, "fewer than two spikes");
            RunJson.WriteOptional(json, "latency_s", point.Latency, "no spike");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFixedPoints(Utf8JsonWriter json, CellReportContent content)
    {
        if (content.Plane is not { } view)
            return;
        json.WriteStartArray("fixed_points");
        foreach (var point in view.Plane.FixedPoints)
        {
            json.WriteStartObject();
            json.WriteNumber(view.X.Name, point.X);
            json.WriteNumber(view.Y.Name, point.Y);
            json.WriteString("kind", point.Kind.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReference(Utf8JsonWriter json, CellReportContent content)
    {
        if (content.Reference is not { } reference)
            return;
        json.WriteStartObject("reference");
        json.WriteNumber("spikes", reference.ReferenceSpikes);
        RunJson.WriteOptional(json, "largest_shift_s", reference.LargestShift, "no spikes to compare");
        json.WriteStartObject("largest_deviation_before_spikes");
        foreach (var (name, deviation) in reference.Deviations)
            RunJson.WriteOptional(json, name, double.IsFinite(deviation) ? deviation : null, "not finite");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Isonomia.Reporting.Runs;

namespace Isonomia.Reporting.Tables;

/// <summary>
/// What <c>simulate --json</c> and <c>run.json</c> hold: what ran, how fast, what came of it, and everything needed to
/// repeat it. Undefined numbers are null with a reason, never NaN.
/// </summary>
public static class RunJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.run/1";

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">The run and what is known about it.</param>
    public static void Write(Stream stream, CellReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var run = content.Run;
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("model", run.Model);
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("dt_s", run.Dt);
        json.WriteNumber("duration_s", run.Duration);
        json.WriteNumber("threads", run.Threads);
        json.WriteNumber("build_seconds", run.BuildSeconds);
        json.WriteNumber("run_seconds", run.RunSeconds);
        json.WriteNumber("real_time_factor", run.RealTimeFactor);
        json.WriteNumber("peak_bytes", run.PeakBytes);
        json.WriteNumber("synapses", run.Synapses);
        json.WriteStartObject("populations");
        foreach (var population in run.Populations)
        {
            json.WriteStartObject(population.Name);
            json.WriteNumber("size", population.Size);
            json.WriteNumber("spikes", population.SpikeTimes.Length);
            json.WriteNumber("rate_hz", population.Rate);
            WriteOptional(json, "cv_isi", population.CvOfIntervals(), "no cell has three spikes");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteProbes(json, content);
        WriteCurve(json, content);
        WriteFixedPoints(json, content);
        WriteReference(json, content);
        json.WriteStartArray("warnings");
        foreach (var warning in content.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        WriteProvenance(json, content);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteProbes(Utf8JsonWriter json, CellReportContent content)
    {
        json.WriteStartArray("probes");
        foreach (var probe in content.Run.Probes)
        {
            json.WriteStartObject();
            json.WriteString("population", probe.Population);
            json.WriteString("variable", probe.Variable);
            json.WriteString("si_unit", probe.Dimension.ToString());
            json.WriteNumber("cells", probe.Cells.Length);
            json.WriteNumber("samples", probe.Times.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
            WriteOptional(json, "steady_rate_hz", point.SteadyRate, "fewer than two spikes");
            WriteOptional(json, "initial_rate_hz", point.InitialRate, "fewer than two spikes");
            WriteOptional(json, "latency_s", point.Latency, "no spike");
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
        WriteOptional(json, "largest_shift_s", reference.LargestShift, "no spikes to compare");
        json.WriteStartObject("largest_deviation_before_spikes");
        foreach (var (name, deviation) in reference.Deviations)
            WriteOptional(json, name, double.IsFinite(deviation) ? deviation : null, "not finite");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, CellReportContent content)
    {
        json.WriteStartObject("provenance");
        json.WriteString("version", typeof(RunJson).Assembly.GetName().Version?.ToString(3));
        json.WriteString("command", content.Command);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in content.ParameterValues)
            WriteOptional(json, name, double.IsFinite(value) ? value : null, "not finite");
        json.WriteEndObject();
        json.WriteStartArray("integration");
        foreach (var (states, reason) in content.Choices)
        {
            json.WriteStartObject();
            json.WriteString("states", states);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value, string why)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
            return;
        }

        json.WriteNull(name);
        json.WriteString(name + "_why", why);
    }
}

using System.Text.Json;
using Isonomia.Modeling.Circuits;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Runs.Circuits;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tables.Runs;

/// <summary>
/// What <c>simulate --json</c> and <c>run.json</c> hold: what ran, how fast, what came of it, and everything needed to
/// repeat it. Undefined numbers are null with a reason, never NaN.
/// </summary>
public static class RunJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.run/1";

    /// <summary>Writes the run of a cell as UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">The run and what is known about it.</param>
    public static void Write(Stream stream, CellReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        WriteRun(json, content.Run, null);
        CellFactsJson.Write(json, content);
        if (content.Bold is { } bold)
            BoldJson.Write(json, bold);
        WriteTexts(json, "warnings", content.Warnings);
        json.WriteStartObject("provenance");
        ProvenanceJson.Write(json, content.Provenance, content.Run.Seed);
        ProvenanceJson.WriteParameters(json, content.ParameterValues);
        ProvenanceJson.WriteIntegration(json,
            content.Choices.Select(c => (content.Run.Populations[0].Name, c.States, c.Reason)));
        json.WriteEndObject();
        End(json, stream);
    }

    /// <summary>
    /// Writes the run of a circuit as UTF-8, indented, ending with a line feed. The stream stays open.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">The run and what is known about it.</param>
    public static void Write(Stream stream, CircuitReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var run = content.Run;
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        WriteRun(json, run, content.Circuit);
        WriteTexts(json, "warnings", content.Warnings);
        json.WriteStartObject("provenance");
        ProvenanceJson.Write(json, content.Provenance, run.Seed);
        ProvenanceJson.WriteParameters(json, content.Circuit.Parameters);
        ProvenanceJson.WriteIntegration(json, run.Choices.Select(c => (c.Population, c.States, c.Reason)));
        json.WriteEndObject();
        End(json, stream);
    }

    internal static void WriteOptional(Utf8JsonWriter json, string name, double? value, string why)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
            return;
        }

        json.WriteNull(name);
        json.WriteString(name + "_why", value is null ? why : "not finite");
    }

    private static void WriteRun(Utf8JsonWriter json, RunResult run, CircuitModel? circuit)
    {
        json.WriteString("schema", Schema);
        json.WriteString("model", run.Model);
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("dt_s", run.Dt);
        json.WriteNumber("duration_s", run.Duration);
        json.WriteBoolean("interrupted", run.InterruptedOf is not null);
        if (run.InterruptedOf is { } asked)
            json.WriteNumber("asked_duration_s", asked);
        json.WriteNumber("threads", run.Threads);
        json.WriteNumber("build_seconds", run.BuildSeconds);
        json.WriteNumber("run_seconds", run.RunSeconds);
        WriteOptional(json, "real_time_factor", run.Duration > 0 ? run.RealTimeFactor : null, "no time was simulated");
        json.WriteNumber("peak_bytes", run.PeakBytes);
        json.WriteNumber("synapses", run.Synapses);
        if (circuit is null)
            PopulationsJson.Write(json, run);
        else
            PopulationsJson.Write(json, run, circuit);
        PopulationsJson.WriteProbes(json, run);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void End(Utf8JsonWriter json, Stream stream)
    {
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}

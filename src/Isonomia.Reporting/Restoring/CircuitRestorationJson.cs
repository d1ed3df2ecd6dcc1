using System.Text.Json;
using Isonomia.Reporting.Tables;
using Isonomia.Restoration.Circuits;

namespace Isonomia.Reporting.Restoring;

/// <summary>What <c>restore --circuit --json</c> writes: the shape of <see cref="RestorationJson"/> as far as it applies.</summary>
public static class CircuitRestorationJson
{
    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">What was found.</param>
    public static void Write(Stream stream, CircuitRestorationContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        var result = content.Result;
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", RestorationJson.Schema);
        json.WriteString("notice", RestorationContent.Warning);
        json.WriteString("verdict", content.Verdict);
        json.WriteBoolean("needs_restoring", result.Before.Restored < 0.5);
        json.WriteStartObject("individual");
        json.WriteString("condition", result.Condition.Name);
        json.WriteString("model", result.Circuit);
        WriteFactors(json, "displaced", result.Displaced);
        json.WriteEndObject();
        WriteTarget(json, result);
        json.WriteStartArray("ranking");
        foreach (var plan in result.Ranking)
            WritePlan(json, content, plan);
        json.WriteEndArray();
        json.WritePropertyName("before");
        WritePlan(json, content, result.Before);
        json.WriteStartArray("searched");
        foreach (var (parameter, factor, distance) in result.Visited)
        {
            json.WriteStartObject();
            json.WriteString("parameter", parameter);
            json.WriteNumber("factor", factor);
            json.WriteNumber("distance", distance);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cannot_know");
        foreach (var unknown in CircuitRestorationContent.Unknown)
            json.WriteStringValue(unknown);
        json.WriteEndArray();
        json.WriteStartObject("provenance");
        foreach (var (name, value) in content.Provenance)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteNumber("runs", result.Runs);
        json.WriteNumber("seconds", content.Seconds);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteTarget(Utf8JsonWriter json, CircuitRestoration result)
    {
        json.WriteStartObject("target");
        json.WriteString("source", "the same circuit without the condition: " + result.Task.Meaning);
        json.WriteNumber("limit", CircuitHealth.Limit);
        json.WriteStartObject("features");
        for (var i = 0; i < result.Task.Measures.Length; i++)
        {
            json.WriteStartObject(result.Task.Measures[i].Name);
            json.WriteString("unit", result.Task.Measures[i].Unit);
            json.WriteNumber("mean", result.Health.Mean[i]);
            json.WriteNumber("scatter", result.Health.Scatter[i]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, CircuitRestorationContent content, CircuitPlan plan)
    {
        json.WriteStartObject();
        json.WriteStartArray("interventions");
        foreach (var (parameter, factor) in plan.Changes)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter);
            json.WriteNumber("dose", factor);
            json.WriteString("unit", "factor");
            json.WriteString("meaning", content.Result.Meanings[parameter]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("p_restored", plan.Restored);
        json.WriteNumber("expected_distance", plan.ExpectedDistance);
        json.WriteNumber("distance_before", content.Result.Before.ExpectedDistance);
        json.WriteNull("stability_margin");
        json.WriteNull("burden");
        json.WriteString("why", "a circuit that is simulated has no margin in closed form, and a change of a parameter no known burden");
        json.WriteString("evidence", content.Evidence.ToString().ToLowerInvariant());
        json.WriteNumber("trials", plan.Distances.Length);
        json.WriteStartObject("features");
        for (var i = 0; i < content.Result.Task.Measures.Length; i++)
        {
            json.WriteStartArray(content.Result.Task.Measures[i].Name);
            foreach (var trial in plan.Measured)
                json.WriteNumberValue(trial[i]);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFactors(Utf8JsonWriter json, string name, IEnumerable<(string Parameter, double Factor)> factors)
    {
        json.WriteStartObject(name);
        foreach (var (parameter, factor) in factors)
            json.WriteNumber(parameter, factor);
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Isonomia.Reporting.Runs;

namespace Isonomia.Reporting.Tables.Runs;

/// <summary>What is needed to repeat a run, for <c>run.json</c>.</summary>
internal static class ProvenanceJson
{
    public static void Write(Utf8JsonWriter json, RunProvenance provenance, ulong seed)
    {
        json.WriteString("version", RunProvenance.Version);
        json.WriteString("command", provenance.Command);
        json.WriteNumber("seed", seed);
        json.WriteStartArray("arguments");
        foreach (var argument in provenance.Arguments)
            json.WriteStringValue(argument);
        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach (var input in provenance.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            if (input.Written is not null)
                json.WriteString("written", input.Written);
            json.WriteBoolean("library", input.IsOfLibrary);
            json.WriteString("sha256", input.Sha256);
            json.WriteString("text", input.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteParameters(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, double>> values)
    {
        json.WriteStartObject("parameters");
        foreach (var (name, value) in values)
            RunJson.WriteOptional(json, name, value, "");
        json.WriteEndObject();
    }

    public static void WriteIntegration(
        Utf8JsonWriter json, IEnumerable<(string Population, string States, string Reason)> choices)
    {
        json.WriteStartArray("integration");
        foreach (var (population, states, reason) in choices)
        {
            json.WriteStartObject();
            json.WriteString("population", population);
            json.WriteString("states", states);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Text.Json;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Models;

/// <summary>What <c>models CIRCUIT --json</c> writes.</summary>
public static class CircuitJson
{
    /// <summary>Writes a circuit, in the shape <see cref="ModelJson.Schema"/> with the keys that circuits have.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="description">Its description.</param>
    /// <param name="circuit">The circuit.</param>
    /// <param name="synapses">The number of synapses of a projection, or its mean; null where it is not known.</param>
    public static void Write(
        Stream stream, CircuitDescription description, CircuitModel circuit,
        Func<ProjectionModel, double?> synapses)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(synapses);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", ModelJson.Schema);
        json.WriteString("name", circuit.Name);
        ModelJson.WriteHead(json, description);
        json.WriteNumber("dt_s", circuit.Dt);
        json.WriteNumber("duration_s", circuit.Duration);
        json.WriteNumber("seed", circuit.Seed);
        json.WriteStartArray("parameters");
        foreach (var (name, value) in circuit.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("value_si", value);
            var written = description.Parameters.First(p => p.Name.Text == name);
            json.WriteString("written", written.Value.ToString());
            json.WriteString("meaning", written.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WritePopulations(json, circuit);
        json.WriteStartArray("projections");
        foreach (var projection in circuit.Projections)
        {
            json.WriteStartObject();
            json.WriteString("name", projection.Name);
            json.WriteString("from", circuit.Populations[projection.Source].Name);
            json.WriteString("to", circuit.Populations[projection.Target].Name);
            json.WriteString("receptor", projection.Port);
            json.WriteBoolean("plastic", projection.Synapse is not null);
            if (synapses(projection) is { } number)
                json.WriteNumber("synapses", number);
            else
                json.WriteNull("synapses");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ModelJson.WriteVariants(json, description);
        ModelJson.End(json, stream);
    }

    private static void WritePopulations(Utf8JsonWriter json, CircuitModel circuit)
    {
        json.WriteStartArray("populations");
        foreach (var population in circuit.Populations)
        {
            json.WriteStartObject();
            json.WriteString("name", population.Name);
            json.WriteNumber("size", population.Size);
            json.WriteString("class", population.Class);
            json.WriteString("layer", population.Layer);
            json.WriteString("cell", population.Cell?.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

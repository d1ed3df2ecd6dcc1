using System.Text.Json;
using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tables.Runs;

/// <summary>What each population did and what was recorded of it, for <c>run.json</c>.</summary>
internal static class PopulationsJson
{
    /// <summary>Populations that no circuit describes.</summary>
    public static void Write(Utf8JsonWriter json, RunResult run)
    {
        json.WriteStartObject("populations");
        foreach (var population in run.Populations)
        {
            json.WriteStartObject(population.Name);
            json.WriteNumber("size", population.Size);
            WriteSpikes(json, population);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The populations of a circuit, with those whose spikes were not recorded.</summary>
    public static void Write(Utf8JsonWriter json, RunResult run, CircuitModel circuit)
    {
        json.WriteNumber("synapse_bytes", run.SynapseBytes);
        json.WriteStartObject("populations");
        foreach (var model in circuit.Populations)
        {
            json.WriteStartObject(model.Name);
            json.WriteNumber("size", model.Size);
            json.WriteString("class", model.Class);
            json.WriteString("layer", model.Layer);
            json.WriteString("cell", model.Cell?.Name);
            if (run.Populations.FirstOrDefault(p => p.Name == model.Name) is { } population)
            {
                WriteSpikes(json, population);
            }
            else
            {
                foreach (var name in (ReadOnlySpan<string>)["spikes", "rate_hz", "cv_isi"])
                    RunJson.WriteOptional(json, name, null, "spikes were not recorded");
            }

            WriteResolutions(json, run, model.Name);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteProbes(Utf8JsonWriter json, RunResult run)
    {
        json.WriteStartArray("probes");
        foreach (var probe in run.Probes)
        {
            json.WriteStartObject();
            json.WriteString("population", probe.Population);
            json.WriteString("variable", probe.Variable);
            json.WriteString("si_unit", probe.Dimension.ToString());
            json.WriteNumber("cells", probe.Cells.Length);
            json.WriteBoolean("sum", probe.IsSum);
            json.WriteNumber("samples", probe.Times.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpikes(Utf8JsonWriter json, PopulationResult population)
    {
        json.WriteNumber("spikes", population.Spikes);
        json.WriteBoolean("spikes_kept", population.IsKept);
        RunJson.WriteOptional(json, "rate_hz", population.Duration > 0 ? population.Rate : null,
            "no time was simulated");
        RunJson.WriteOptional(json, "cv_isi", population.CvOfIntervals(),
            population.IsKept ? "no cell has three spikes" : "spikes were not recorded");
    }

    private static void WriteResolutions(Utf8JsonWriter json, RunResult run, string population)
    {
        json.WriteStartObject("weight_resolution");
        foreach (var resolution in run.Resolutions.Where(r => r.Population == population))
        {
            json.WriteStartObject(resolution.Port);
            json.WriteNumber("step", resolution.Step);
            json.WriteString("si_unit", resolution.Dimension.ToString());
            json.WriteString("format", resolution.Format);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

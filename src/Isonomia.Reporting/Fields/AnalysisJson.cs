using System.Text.Json;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tables.Runs;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Reporting.Fields;

/// <summary>What <c>analyse --json</c> writes: fixed points, stability, spectrum, branches. SI base units.</summary>
public static class AnalysisJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.analysis/1";

    /// <summary>Writes an analysis as UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">What was found.</param>
    public static void Write(Stream stream, AnalysisContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("model", content.Name);
        string[] names = [.. content.Model.Region.Equations.States.Select(s => s.Name)];
        json.WriteStartArray("fixed_points");
        foreach (var point in content.Points)
        {
            json.WriteStartObject();
            WriteStates(json, names, point.States);
            RunJson.WriteOptional(json, "output", point.Output, "the field has no output");
            WriteStability(json, point.Stability);
            json.WriteStartArray("roots_per_s");
            foreach (var root in point.Roots)
            {
                json.WriteStartArray();
                json.WriteNumberValue(root.Real);
                json.WriteNumberValue(root.Imaginary);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("spectrum");
        WriteNumbers(json, "frequencies_hz", content.Frequencies);
        if (content.Density.IsEmpty)
            json.WriteNull("density");
        else
            WriteNumbers(json, "density", content.Density);
        json.WriteEndObject();
        json.WriteStartArray("transfer_functions");
        foreach (var (noise, gain) in content.Transfers)
        {
            json.WriteStartObject();
            json.WriteString("from", noise);
            WriteNumbers(json, "gain", gain.Select(g => g.Magnitude));
            WriteNumbers(json, "phase_rad", gain.Select(g => g.Phase));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (content.Varied is { } varied)
            WriteContinuation(json, content, varied.Name, names);
        json.WriteStartArray("notes");
        foreach (var note in content.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteStartObject("provenance");
        ProvenanceJson.Write(json, content.Provenance, 0);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteContinuation(
        Utf8JsonWriter json, AnalysisContent content, string parameter, string[] names)
    {
        json.WriteStartObject("continuation");
        json.WriteString("parameter", parameter);
        json.WriteStartArray("branches");
        foreach (var branch in content.Branches)
        {
            json.WriteStartObject();
            WriteNumbers(json, "parameter", branch.Points.Select(p => p.Parameter));
            WriteNumbers(json, "observed", branch.Points.Select(p => content.Observed(p.Parameter, p.States)));
            WriteNumbers(json, "unstable_roots", branch.Points.Select(p => (double)p.Unstable));
            json.WriteStartArray("bifurcations");
            foreach (var special in branch.Bifurcations)
            {
                json.WriteStartObject();
                json.WriteString("kind", Name(special.Kind));
                json.WriteNumber("parameter", special.Parameter);
                json.WriteNumber("frequency_hz", special.FrequencyHz);
                WriteStates(json, names, special.States);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rhythm");
        foreach (var point in content.Rhythm)
        {
            json.WriteStartObject();
            json.WriteNumber("parameter", point.Parameter);
            json.WriteNumber("low", point.Low);
            json.WriteNumber("high", point.High);
            json.WriteNumber("frequency_hz", point.FrequencyHz);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStability(Utf8JsonWriter json, Stability stability)
    {
        json.WriteStartObject("stability");
        json.WriteBoolean("stable", stability.IsStable);
        json.WriteNumber("margin_per_s", stability.Margin);
        json.WriteString("kind", stability.Kind == InstabilityKind.Hopf ? "hopf" : "saddle-node");
        json.WriteNumber("frequency_hz", stability.FrequencyHz);
        json.WriteEndObject();
    }

    /// <summary>What people and programs call a bifurcation.</summary>
    /// <param name="kind">Its kind.</param>
    public static string Name(BifurcationKind kind) => kind switch
    {
        BifurcationKind.SaddleNode => "saddle-node",
        BifurcationKind.Hopf => "hopf",
        _ => "branch-point",
    };

    private static void WriteStates(Utf8JsonWriter json, string[] names, IReadOnlyList<double> states)
    {
        json.WriteStartObject("states");
        for (var i = 0; i < names.Length; i++)
            json.WriteNumber(names[i], states[i]);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}

using System.Text.Json;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Models;

/// <summary>What <c>models --json</c> writes: the list of the library, or one model.</summary>
public static class ModelJson
{
    /// <summary>The name and version of the list's shape; keys may be added under it, not renamed.</summary>
    public const string ListSchema = "isonomia.models/1";

    /// <summary>The name and version of a model's shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.model/1";

    /// <summary>Writes the list of the library.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="models">The names and descriptions.</param>
    public static void Write(Stream stream, IEnumerable<(string Name, ModelDescription Model)> models)
    {
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", ListSchema);
        json.WriteStartArray("models");
        foreach (var (name, model) in models)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            WriteHead(json, model);
            WriteVariants(json, model);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        End(json, stream);
    }

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="description">Its description.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="warnings">What is doubtful about it or its step.</param>
    public static void Write(Stream stream, ModelDescription description, ModelFacts facts,
        IEnumerable<string> warnings)
    {
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("name", description.Name.ToString());
        WriteHead(json, description);
        json.WriteStartArray("parameters");
        foreach (var (parameter, value) in facts.Parameters)
            WriteParameter(json, parameter, value, description);
        json.WriteEndArray();
        json.WriteStartArray("equations");
        foreach (var equation in facts.Equations.Equations)
            WriteEquation(json, equation);
        json.WriteEndArray();
        WriteTexts(json, description);
        json.WriteStartObject("initial");
        foreach (var (name, value) in description.Initial)
            json.WriteString(name.ToString(), value.ToString());
        json.WriteEndObject();
        WriteSteps(json, facts.Step.Blocks);
        WriteVariants(json, description);
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        End(json, stream);
    }

    internal static void WriteHead(Utf8JsonWriter json, ModelDescription model)
    {
        json.WriteString("type", model switch
        {
            CellDescription => "cell",
            ReceptorDescription => "receptor",
            FieldDescription => "field",
            _ => "circuit",
        });
        json.WriteString("kind", model.Kind);
        json.WriteString("description", model.Description);
        json.WriteString("source", model.Source);
    }

    private static void WriteTexts(Utf8JsonWriter json, ModelDescription description)
    {
        if (description is CellDescription cell)
        {
            json.WriteString("threshold", cell.Threshold?.ToString());
            json.WriteString("reset", cell.Reset?.ToString());
            json.WriteString("refractory", cell.Refractory?.ToString());
            json.WriteString("input", cell.Input?.ToString());
            json.WriteString("dt", cell.Dt?.ToString());
            json.WriteString("duration", cell.Duration?.ToString());
        }
        else if (description is FieldDescription field)
        {
            json.WriteStartObject("coupling");
            foreach (var (name, value) in field.Coupling)
                json.WriteString(name.ToString(), value.ToString());
            json.WriteEndObject();
            json.WriteString("output", field.Output?.ToString());
            json.WriteString("dt", field.Dt?.ToString());
            json.WriteString("duration", field.Duration?.ToString());
        }
        else if (description is ReceptorDescription receptor)
        {
            json.WriteString("on_pre", receptor.OnPre?.ToString());
            json.WriteString("on_post", receptor.OnPost?.ToString());
            json.WriteString("state", receptor.State.ToString().ToLowerInvariant());
        }
    }

    private static void WriteParameter(Utf8JsonWriter json, ModelParameter parameter, double value,
        ModelDescription description)
    {
        var written = description.Parameters.First(p => p.Name.Text == parameter.Name);
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteNumber("value_si", value);
        json.WriteString("dimension", DimensionNames.Declare(parameter.Symbol.Dimension));
        json.WriteString("written", written.Unit is null ? written.Value.ToString()
            : $"{written.Value} {written.Unit}");
        json.WriteString("meaning", parameter.Meaning);
        WriteNumber(json, "minimum_si", parameter.Minimum);
        WriteNumber(json, "maximum_si", parameter.Maximum);
        json.WriteEndObject();
    }

    private static void WriteEquation(Utf8JsonWriter json, Equation equation)
    {
        json.WriteStartObject();
        json.WriteString("name", equation.Name);
        json.WriteString("kind", equation.Kind.ToString().ToLowerInvariant());
        json.WriteString("dimension", DimensionNames.Declare(equation.Symbol.Dimension));
        json.WriteString("right", equation.Right is { } right ? TextPrinter.Print(right) : null);
        json.WriteStartObject("noise");
        foreach (var (name, factor) in equation.Noise)
            json.WriteString(name.Length == 0 ? "xi" : "xi_" + name, TextPrinter.Print(factor));
        json.WriteEndObject();
        json.WriteString("latex", LatexPrinter.Print(equation));
        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<BlockChoice> steps)
    {
        json.WriteStartArray("integrator");
        foreach (var block in steps)
        {
            json.WriteStartObject();
            json.WriteStartArray("states");
            foreach (var state in block.States)
                json.WriteStringValue(state);
            json.WriteEndArray();
            json.WriteString("method", IntegratorNames.Name(block.Method));
            json.WriteString("reason", block.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteVariants(Utf8JsonWriter json, ModelDescription model)
    {
        json.WriteStartArray("variants");
        foreach (var variant in model.Variants)
        {
            json.WriteStartObject();
            json.WriteString("name", variant.Name.ToString());
            json.WriteString("description", variant.Description);
            json.WriteString("source", variant.Source ?? model.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    internal static void End(Utf8JsonWriter json, Stream stream)
    {
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}

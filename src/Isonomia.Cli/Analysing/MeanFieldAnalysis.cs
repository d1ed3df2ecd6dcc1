using System.Globalization;
using System.Text.Json;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Simulation.Theory;

namespace Isonomia.Cli.Analysing;

/// <summary><c>isonomia analyse CIRCUIT</c>: the rates at which populations of leaky integrate-and-fire cells keep each other.</summary>
internal static class MeanFieldAnalysis
{
    private const string Schema = "isonomia.mean-field/1";

    /// <summary>Analyses and prints.</summary>
    /// <param name="description">The circuit.</param>
    /// <param name="settings">What is changed of it.</param>
    /// <param name="json">Where JSON goes; null for nowhere.</param>
    public static int Run(CircuitDescription description, IEnumerable<KeyValuePair<string, string>> settings, string? json)
    {
        var bag = new DiagnosticBag();
        foreach (var (path, value) in settings)
            description = SettingPath.Apply(description, path, value, bag);
        bag.ThrowIfErrors();
        var circuit = description.ToModel();
        var (field, rates) = Solve(circuit);
        double[] variations = field.Theory.Variations(rates);
        var inputs = Enumerable.Range(0, rates.Length).Select(p => field.Theory.InputOf(p, rates)).ToArray();
        if (json is not null)
            JsonOutput.Write(json, stream => Write(stream, circuit, field, rates, variations, inputs));
        if (json == "-")
            return ExitCode.Done;
        Console.WriteLine($"{circuit.Name}: rates that agree with each other in the diffusion approximation (Siegert; Brunel 2000; "
            + "Fourcaud & Brunel 2002)");
        var table = new TextTable("population", "rate Hz", "CV of intervals", "mean input mV", "noise mV");
        for (var p = 0; p < rates.Length; p++)
        {
            table.Add(field.Names[p], Text(rates[p]), Text(variations[p]), Text(1e3 * inputs[p].Mean), Text(1e3 * inputs[p].Noise));
        }

        table.Print(Console.Out);
        foreach (var note in field.Notes)
            Console.WriteLine("note: " + note);
        return ExitCode.Done;
    }

    private static (CircuitMeanField Field, double[] Rates) Solve(CircuitModel circuit)
    {
        try
        {
            var field = new CircuitMeanField(circuit);
            return (field, field.Theory.Rates());
        }
        catch (Exception e) when (e is MeanFieldException or InvalidOperationException)
        {
            throw new SettingException($"analyse {circuit.Name}: {e.Message}; the mean field is that of leaky integrate-and-fire "
                + "cells with current synapses and steady inputs. Simulate the circuit, or analyse its cells");
        }
    }

    private static void Write(Stream stream, CircuitModel circuit, CircuitMeanField field, double[] rates, double[] variations,
        (double Mean, double Noise)[] inputs)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("circuit", circuit.Name);
        json.WriteStartObject("populations");
        for (var p = 0; p < rates.Length; p++)
        {
            json.WriteStartObject(field.Names[p]);
            json.WriteNumber("rate_hz", rates[p]);
            json.WriteNumber("interval_cv", variations[p]);
            json.WriteNumber("mean_input_v", inputs[p].Mean);
            json.WriteNumber("noise_v", inputs[p].Noise);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("notes");
        foreach (var note in field.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}

using System.Text.Json;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Runs;

/// <summary>What <c>run.json</c> says of a simulation, as far as measuring needs it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Duration">How long was simulated, in seconds.</param>
/// <param name="Populations">The populations, in order.</param>
/// <param name="Probes">What was recorded besides spikes, in order.</param>
/// <param name="Warnings">What the run warned of.</param>
internal sealed record RunManifest(
    string Path,
    double Duration,
    IReadOnlyList<RunPopulation> Populations,
    IReadOnlyList<RunProbe> Probes,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The file's name in a run's folder.</summary>
    public const string FileName = "run.json";

    /// <summary>The beginning of its <c>"schema"</c>; the number after it is the version.</summary>
    public const string Schema = "isonomia.run/";

    private const long LargestFile = 64 << 20;

    /// <summary>Reads the file.</summary>
    /// <exception cref="BadInputException">It is no description of a run, or lacks something.</exception>
    public static RunManifest Read(string path)
    {
        if (new FileInfo(path).Length > LargestFile)
            throw new BadInputException(path, "the file is too large to be the description of a run");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(path, document.RootElement);
        }
        catch (JsonException e)
        {
            throw new BadInputException(path, $"line {e.LineNumber + 1}: this is not valid JSON; the description of a"
                + " run is written whole at its end, so simulate again", e);
        }
    }

    private static RunManifest Read(string path, JsonElement root)
    {
        var schema = root.ValueKind == JsonValueKind.Object ? Text(root, "schema") : null;
        if (schema is null || !schema.StartsWith(Schema, StringComparison.Ordinal))
        {
            throw new BadInputException(
                path, $"\"schema\": \"{Schema}1\" was expected, as 'isonomia simulate --out' writes it");
        }

        if (schema != Schema + "1")
            throw new BadInputException(path, $"the schema is {schema}; this version reads {Schema}1");
        var duration = Number(root, "duration_s") is >= 0 and var seconds && double.IsFinite(seconds)
            ? seconds
            : throw new BadInputException(path, "\"duration_s\" was expected: how long was simulated, in seconds");
        if (!root.TryGetProperty("populations", out var populations) || populations.ValueKind != JsonValueKind.Object)
        {
            throw new BadInputException(
                path, "\"populations\" was expected: an object with a member for each population");
        }

        return new RunManifest(path, duration,
            [.. populations.EnumerateObject().Select(p => Population(path, p))],
            ReadProbes(path, root),
            [.. Items(root, "warnings").Where(w => w.ValueKind == JsonValueKind.String).Select(w => w.GetString()!)]);
    }

    private static RunPopulation Population(string path, JsonProperty population)
    {
        var size = population.Value.ValueKind == JsonValueKind.Object ? Number(population.Value, "size") : null;
        if (size is not (>= 0 and <= int.MaxValue) || size != Math.Floor(size.Value))
            throw new BadInputException(path, $"populations.{population.Name}.size: a number of cells was expected");
        return new RunPopulation(Safe(path, population.Name), (int)size, (long?)Number(population.Value, "spikes"),
            !(population.Value.TryGetProperty("spikes_kept", out var kept) && kept.ValueKind == JsonValueKind.False));
    }

    private static List<RunProbe> ReadProbes(string path, JsonElement root)
    {
        var probes = new List<RunProbe>();
        foreach (var item in Items(root, "probes"))
            probes.Add(Probe(path, item, probes));
        return probes;
    }

    private static RunProbe Probe(string path, JsonElement probe, List<RunProbe> before)
    {
        var population = probe.ValueKind == JsonValueKind.Object ? Text(probe, "population") : null;
        if (population is null || Text(probe, "variable") is not { } variable)
            throw new BadInputException(path, $"probes[{before.Count}]: \"population\" and \"variable\" were expected");
        var name = $"{Safe(path, population)}.{Safe(path, variable)}";
        var stem = name;
        for (var n = 2; before.Exists(b => b.Stem == stem); n++)
            stem = $"{name}-{n}";
        return new RunProbe(population, variable, stem, Text(probe, "si_unit") ?? "",
            probe.TryGetProperty("sum", out var sum) && sum.ValueKind == JsonValueKind.True,
            (int?)Number(probe, "cells"));
    }

    // A name becomes part of the name of a file, which must stay in the run's folder.
    private static string Safe(string path, string name) =>
        name.Length > 0 && name.IndexOfAny(['/', '\\', '\0']) < 0
            ? name
            : throw new BadInputException(path, $"'{name}' cannot be the name of a population or variable");

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static JsonElement[] Items(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : [];
}

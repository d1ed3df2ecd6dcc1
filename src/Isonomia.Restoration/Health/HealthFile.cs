using System.Text.Json;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Health;

/// <summary>A healthy range kept in a file, as JSON.</summary>
public static class HealthFile
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.norms/1";

    /// <summary>Writes a range.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="range">The range.</param>
    public static void Write(Stream stream, HealthyRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("source", range.Source);
        json.WriteNumber("persons", range.Persons);
        json.WriteNumber("limit", range.Limit);
        json.WriteStartArray("features");
        for (var i = 0; i < range.Names.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", range.Names[i]);
            json.WriteNumber("mean", range.Mean[i]);
            json.WriteStartArray("covariance");
            foreach (var value in range.Covariance[i])
                json.WriteNumberValue(value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a range.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="CatalogueException">It holds no healthy range.</exception>
    public static HealthyRange Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.GetProperty("schema").GetString() != Schema)
                throw Wrong(path, $"its schema is '{root.GetProperty("schema").GetString()}'");
            var features = root.GetProperty("features").EnumerateArray().ToArray();
            var names = features.Select(f => f.GetProperty("name").GetString() ?? "").ToArray();
            if (!names.SequenceEqual(SpectralFeatures.Names))
                throw Wrong(path, $"its features are {string.Join(", ", names)}");
            var covariance = features
                .Select(f => f.GetProperty("covariance").EnumerateArray().Select(v => v.GetDouble()).ToArray()).ToArray();
            if (covariance.Any(r => r.Length != names.Length))
                throw Wrong(path, "its covariance is not square");
            return HealthyRange.Kept(names, [.. features.Select(f => f.GetProperty("mean").GetDouble())], covariance,
                root.GetProperty("limit").GetDouble(), root.GetProperty("persons").GetInt32(),
                root.GetProperty("source").GetString() ?? path);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Wrong(path, e.Message);
        }
    }

    private static CatalogueException Wrong(string path, string found) =>
        new($"{path}: {found} where a healthy range as 'isonomia norms build' writes it was expected");
}

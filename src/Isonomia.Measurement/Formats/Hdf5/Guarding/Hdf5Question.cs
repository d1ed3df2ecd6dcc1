using System.Globalization;
using System.Text.Json;

namespace Isonomia.Measurement.Formats.Hdf5.Guarding;

/// <summary>A file to be looked at, as it is told to the guard: one line of JSON.</summary>
/// <param name="Path">The file.</param>
/// <param name="Options">What the user stated about it.</param>
internal sealed record Hdf5Question(string Path, ReadingOptions Options)
{
    public static Hdf5Question Of(string path, ReadingOptions options) => new(System.IO.Path.GetFullPath(path), options);

    public static Hdf5Question FromLine(string line)
    {
        using var document = JsonDocument.Parse(line);
        string?[] words = [.. document.RootElement.EnumerateArray().Select(e => e.GetString())];
        return new Hdf5Question(words[0]!, new ReadingOptions
        {
            SamplingRate = words[1] is { } rate ? double.Parse(rate, CultureInfo.InvariantCulture) : null,
            Unit = words[2],
            Variable = words[3],
        });
    }

    public string ToLine()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            json.WriteStringValue(Path);
            json.WriteStringValue(Options.SamplingRate?.ToString("R", CultureInfo.InvariantCulture));
            json.WriteStringValue(Options.Unit);
            json.WriteStringValue(Options.Variable);
            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

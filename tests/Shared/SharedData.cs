using System.Text.Json;
using System.Text.RegularExpressions;

namespace Isonomia.Tests;

/// <summary>
/// The real recordings and independent reference results, which lie beside the checkout in <c>../shared/data</c>
/// (or where ISONOMIA_SHARED_DATA says) because their licences do not let us ship them.
/// </summary>
public static partial class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>Full path of a file below shared/data; skips the test where the data are absent, fails in CI.</summary>
    public static string Path(string relative)
    {
        if (Root is null)
        {
            var absent = "shared/data was found neither beside the checkout nor where ISONOMIA_SHARED_DATA points";
            if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
                Assert.Fail(absent);
            Assert.Skip(absent);
        }

        var full = System.IO.Path.Combine(Root!, relative);
        Assert.True(File.Exists(full) || Directory.Exists(full), $"shared/data lacks {relative}");
        return full;
    }

    /// <summary>A reference result, parsed; the bare NaN and Infinity that Python writes are read as null.</summary>
    public static JsonElement Reference(string name)
    {
        var text = NotJson().Replace(File.ReadAllText(Path("reference/" + name)), "null");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>A JSON array of numbers as doubles; JSON null becomes NaN.</summary>
    public static double[] Numbers(this JsonElement array) =>
        [.. array.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? double.NaN : e.GetDouble())];

    [GeneratedRegex(@"(?<=[\[,:]\s*)-?(NaN|Infinity)(?=\s*[,\]}])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NotJson();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ISONOMIA_SHARED_DATA") is { Length: > 0 } told)
            return told;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(beside) && File.Exists(System.IO.Path.Combine(beside, "reference", "README.md")))
                return beside;
        }

        return null;
    }
}

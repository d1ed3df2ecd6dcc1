using System.Collections.Immutable;
using System.Text.Json;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Sweeps;

namespace Isonomia.Cli.Sweeping;

/// <summary>What <c>sweep --out</c> leaves behind: the table, <c>sweep.json</c> and the report.</summary>
internal sealed class SweepFolder
{
    private readonly string folder;

    public SweepFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
    }

    public string Table => Path.Combine(folder, "sweep.tsv");

    public string Report => Path.Combine(folder, "report.html");

    private string Manifest => Path.Combine(folder, "sweep.json");

    /// <summary>
    /// Compares with the sweep that was begun here before, if there is one, and takes the units that it learnt.
    /// </summary>
    /// <exception cref="IOException">It is another one.</exception>
    public void RequireSame(ImmutableSortedDictionary<string, string> facts, SweepUnits units)
    {
        if (!File.Exists(Manifest))
        {
            if (File.Exists(Table))
                throw Other("it has a table, but no sweep.json");
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Manifest));
            if (json.RootElement.GetProperty("schema").GetString() != SweepJson.Schema)
                throw Other("its sweep.json is of another version");
            var before = json.RootElement.GetProperty("fixed").EnumerateObject()
                .ToDictionary(p => p.Name, p => p.Value.GetString());
            var differing = facts.Where(f => before.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key).ToArray();
            if (differing.Length > 0)
                throw Other($"another {string.Join(", another ", differing)}");
            foreach (var measure in json.RootElement.GetProperty("measures").EnumerateArray())
                units.Learn(measure.GetProperty("name").GetString()!, measure.GetProperty("unit").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Other("its sweep.json cannot be read");
        }
    }

    public void Write(SweepContent content) => AtomicFile.Write(Manifest, stream => SweepJson.Write(stream, content));

    public void WriteReport(SweepContent content) => SweepReport.Write(Report, content);

    private IOException Other(string why) =>
        new($"{folder}: another sweep was begun here ({why}); give another --out, or remove it");
}

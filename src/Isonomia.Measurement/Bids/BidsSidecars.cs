using System.Collections.Concurrent;
using System.Text.Json;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Bids;

/// <summary>
/// The files that describe recordings of a data set, by the inheritance principle of BIDS: one applies where it lies in
/// the recording's folder or above and its name says nothing that is untrue of the recording. Of tables the most specific
/// counts; of JSON, keys of the more specific go over those of the others.
/// </summary>
internal sealed class BidsSidecars(string root)
{
    private readonly ConcurrentDictionary<string, (string Path, BidsName Name)[]> listings = new(StringComparer.Ordinal);

    /// <summary>The files that apply to a recording, the most specific last.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="suffix">What they hold.</param>
    /// <param name="extension">Their extension.</param>
    /// <param name="free">An entity that recordings do not have, and these may: the space of places.</param>
    public IReadOnlyList<string> Applying(BidsFile file, string suffix, string extension, string? free = null)
    {
        var found = new List<string>();
        foreach (var folder in FoldersDownTo(file.Path))
        {
            found.AddRange(listings.GetOrAdd(folder, List)
                .Where(s => s.Name.Suffix == suffix && s.Name.Extension == extension && s.Name.Without(free).AppliesTo(file.Name))
                .OrderBy(s => s.Name.Entities.Length).ThenBy(s => s.Path, StringComparer.Ordinal)
                .Select(s => s.Path));
        }

        return found;
    }

    /// <summary>The table that applies, or null.</summary>
    public BidsTable? Table(BidsFile file, string suffix) =>
        Applying(file, suffix, ".tsv") is [.., var last] ? BidsTable.Read(last) : null;

    /// <summary>Everything that is said of a recording in JSON files.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Merged(IReadOnlyList<string> files)
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var path in files)
        {
            foreach (var (key, value) in Read(path))
                all[key] = value;
        }

        return all;
    }

    /// <summary>The keys of a JSON object in a file.</summary>
    /// <exception cref="BadInputException">It holds no such object.</exception>
    public static Dictionary<string, JsonElement> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 64 });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new BadInputException(path, "a JSON object was expected: { \"Key\": value, ... }");
            var keys = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var member in json.RootElement.EnumerateObject())
                keys[member.Name] = member.Value.Clone();
            return keys;
        }
        catch (JsonException e)
        {
            throw new BadInputException(path, $"line {e.LineNumber + 1}: this is not valid JSON", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "the file could not be read: " + e.Message, e);
        }
    }

    private static (string Path, BidsName Name)[] List(string folder)
    {
        var files = new List<(string, BidsName)>();
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (BidsName.TryParse(Path.GetFileName(path), out var name) && name.Extension is ".tsv" or ".json")
                files.Add((path, name!));
        }

        return [.. files];
    }

    private Stack<string> FoldersDownTo(string file)
    {
        var folders = new Stack<string>();
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length >= root.Length;
            folder = Path.GetDirectoryName(folder))
        {
            folders.Push(folder);
        }

        return folders;
    }
}

using System.Collections.Immutable;

namespace Isonomia.Cli;

/// <summary>Two runs' spikes and probes, file by file and byte by byte.</summary>
/// <param name="Lines">A line of words for each file.</param>
/// <param name="Different">How many files differ or are in one run only.</param>
internal sealed record RunComparison(ImmutableArray<string> Lines, int Different)
{
    // What our arrays begin with, before their numbers.
    private const int HeaderBytes = 128;
    private static readonly string[] Folders = ["spikes", "probes"];

    /// <summary>Compares the arrays of two folders.</summary>
    /// <param name="then">The folder of the run that is repeated.</param>
    /// <param name="now">The folder of its repetition.</param>
    public static RunComparison Of(string then, string now)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var different = 0;
        foreach (var file in Arrays(then).Union(Arrays(now)).Order(StringComparer.Ordinal))
        {
            var words = Compare(Path.Combine(then, file), Path.Combine(now, file));
            different += words is null ? 0 : 1;
            var name = file.Replace('\\', '/');
            lines.Add(words is null ? $"same  {name}" : $"DIFFERS  {name}: {words}");
        }

        return new RunComparison(lines.ToImmutable(), different);
    }

    private static IEnumerable<string> Arrays(string folder) => Folders.Select(f => Path.Combine(folder, f))
        .Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.npy"))
        .Select(f => Path.GetRelativePath(folder, f));

    private static string? Compare(string then, string now)
    {
        if (!File.Exists(then))
            return "the run to be repeated does not have it";
        if (!File.Exists(now))
            return "the repetition does not have it";
        byte[] before = File.ReadAllBytes(then), after = File.ReadAllBytes(now);
        var same = before.AsSpan().CommonPrefixLength(after);
        if (same == before.Length && same == after.Length)
            return null;
        var size = then.EndsWith(".cells.npy", StringComparison.Ordinal) ? sizeof(int) : sizeof(double);
        var (items, itemsNow) = ((before.Length - HeaderBytes) / size, (after.Length - HeaderBytes) / size);
        if (items != itemsNow)
        {
            // The header holds the length; how far the numbers agree is told without it.
            same = HeaderBytes + before.AsSpan(Math.Min(HeaderBytes, before.Length))
                .CommonPrefixLength(after.AsSpan(Math.Min(HeaderBytes, after.Length)));
        }

        var counts = items == itemsNow ? $"{items} numbers" : $"{items} numbers then, {itemsNow} now";
        return same < HeaderBytes ? $"{counts}, and another header"
            : $"{counts}, the first {(same - HeaderBytes) / size} agree";
    }
}

using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>Which of a file's variables is the recording.</summary>
internal static class ArrayChoice
{
    private const string Option = "--variable NAME";
    private const int MostListed = 20;

    /// <summary>The variable stated, else the only one, else the largest.</summary>
    /// <exception cref="BadInputException">None or several could be meant; the message lists what there is.</exception>
    public static ArrayEntry Choose(IArrayFile file, string? stated, List<string> warnings)
    {
        if (stated is not null)
        {
            var named = file.Entries.FirstOrDefault(e => e.Name == stated)
                ?? throw new BadInputException(file.Path, $"there is no variable '{stated}'; {Holdings(file)}");
            return named.IsSignal
                ? named
                : throw new BadInputException(file.Path,
                    $"the variable {named} is not a recording: one or two dimensions "
                    + $"of real numbers are needed; {Holdings(file)}");
        }

        var candidates = file.Entries.Where(e => e.IsSignal && !ArrayRate.IsTime(e)).ToList();
        if (candidates.Count == 0)
        {
            throw new BadInputException(file.Path,
                "no variable could be a recording, which is one or two dimensions of "
                + $"real numbers; {Holdings(file)}");
        }

        var largest = candidates.MaxBy(e => e.Count)!;
        if (candidates.Count(e => e.Count == largest.Count) > 1)
        {
            throw new BadInputException(file.Path,
                $"several variables could be the recording; say which with {Option}; "
                + Holdings(file));
        }

        if (candidates.Count > 1)
        {
            warnings.Add($"the largest variable was read, {largest}; there are also "
                + $"{Listing(candidates.Where(e => e != largest))} ({Option} chooses)");
        }

        return largest;
    }

    private static string Holdings(IArrayFile file) =>
        file.Entries.Count == 0 ? "the file holds no variables" : "the file holds " + Listing(file.Entries);

    private static string Listing(IEnumerable<ArrayEntry> entries)
    {
        var all = entries.ToList();
        var more = all.Count > MostListed ? $" and {all.Count - MostListed} more" : "";
        return string.Join(", ", all.Take(MostListed)) + more;
    }
}

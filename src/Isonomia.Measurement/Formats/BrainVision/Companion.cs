using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>Finds the files that belong to a header file.</summary>
internal static class Companion
{
    /// <summary>The file that a header names, beside it, ignoring case where need be.</summary>
    /// <param name="header">The header file.</param>
    /// <param name="named">The name it gives; <c>$b</c> in it stands for the header's own name without
    /// extension.</param>
    /// <param name="what">What the file is.</param>
    /// <exception cref="BadInputException">There is no such file.</exception>
    public static string Find(string header, string named, string what)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(header))!;
        var stem = Path.GetFileNameWithoutExtension(header);
        // Whole paths are those of the recording computer.
        var name = named.Replace("$b", stem)[(named.Replace("$b", stem).LastIndexOfAny(['/', '\\']) + 1)..];
        if (Beside(folder, name) is { } found)
            return found;

        var likely = new[] { Path.GetExtension(name), ".eeg", ".dat" }
            .Where(e => what == "data file" || e == Path.GetExtension(name))
            .Select(e => Beside(folder, stem + e)).FirstOrDefault(f => f is not null && f != Path.GetFullPath(header));
        var hint = likely is null
            ? $"put it into {folder}"
            : $"{Path.GetFileName(likely)} is there: if that is it, renamed, correct the name in the header";
        throw new BadInputException(header, $"the {what} {name}, which this header names, is missing; {hint}");
    }

    /// <summary>A file of a folder by its name, else by its name in other case; null if there is none.</summary>
    public static string? Beside(string folder, string name)
    {
        if (name.Length == 0 || name.Contains('\0'))
            return null;
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? path : Directory.EnumerateFiles(folder)
            .FirstOrDefault(f => string.Equals(Path.GetFileName(f), name, StringComparison.OrdinalIgnoreCase));
    }
}

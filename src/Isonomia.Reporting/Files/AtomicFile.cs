namespace Isonomia.Reporting.Files;

/// <summary>
/// Writes a file so that a reader sees the whole of it or none: into a temporary file beside it, then renamed over it.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes the file, making its folder where there is none; nothing is left behind if writing fails.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The place may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
                write(stream);
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}

namespace Isonomia.Numerics.Files;

/// <summary>
/// A file that appears whole or not at all: written beside its place under a temporary name and renamed when complete.
/// What stood there before stays until then. Disposing without <see cref="Commit"/> leaves nothing behind.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string temporary;
    private readonly FileStream stream;
    private bool committed;

    /// <summary>Begins a file.</summary>
    /// <exception cref="IOException">The folder is absent or cannot be written.</exception>
    public AtomicFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        temporary = $"{Path}.{System.IO.Path.GetRandomFileName()}.part";
        stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    /// <summary>Where the file will be.</summary>
    public string Path { get; }

    /// <summary>What is written so far; open until the commit.</summary>
    public Stream Stream => stream;

    /// <summary>
    /// Writes a whole file, making its folder where there is none. A device (<c>/dev/null</c>) is written to, not
    /// replaced.
    /// </summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        using var file = new AtomicFile(path);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>Writes a whole text file, as UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Commit();
    }

    // Shared memory holds ordinary files.
    internal static bool IsDevice(string path) => System.IO.Path.GetFullPath(path) is var full
        && full.StartsWith("/dev/", StringComparison.Ordinal)
        && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Closes the file, on disk, and puts it in its place.</summary>
    public void Commit()
    {
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(temporary, Path, overwrite: true);
        committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (committed)
            return;
        try
        {
            // Writes what is left in its buffer, which fails where the disk is full.
            stream.Dispose();
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}

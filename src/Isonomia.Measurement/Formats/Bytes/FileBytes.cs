using Isonomia.Measurement.Recordings;
using Microsoft.Win32.SafeHandles;

namespace Isonomia.Measurement.Formats.Bytes;

/// <summary>
/// A file's bytes, through one window that is read anew when a view falls outside it. Views that follow one another
/// read ahead, so that walking through many small parts does not ask the system for each, while leaping from one large
/// part to the next reads little; asking for the same range again, as one channel after another does, costs nothing.
/// </summary>
public sealed class FileBytes : IByteSource, IDisposable
{
    private const int ReadAhead = 1 << 16;
    private const int AfterLeap = 1 << 9;
    private readonly SafeFileHandle file;
    private byte[] window = [];
    private long windowStart;
    private int windowLength;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public FileBytes(string path)
    {
        Path = path;
        file = File.OpenHandle(
            path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(file);
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public long Length { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> View(long offset, int length)
    {
        if (offset < 0 || length < 0 || length > Length - offset)
        {
            throw new BadInputException(Path, $"the file ends at byte {Length}, but bytes {offset} to "
                + $"{offset + length} were expected; it is damaged or was cut short");
        }

        if (offset < windowStart || offset + length > windowStart + windowLength)
            Fill(offset, length);
        return window.AsSpan((int)(offset - windowStart), length);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Fill(long offset, int length)
    {
        var follows = offset >= windowStart && offset <= windowStart + windowLength;
        var wanted = (int)Math.Min(Math.Max(length, follows ? ReadAhead : AfterLeap), Length - offset);
        if (window.Length < wanted)
            window = new byte[wanted];
        (windowStart, windowLength) = (offset, 0);
        while (windowLength < wanted)
        {
            var rest = window.AsSpan(windowLength, wanted - windowLength);
            var got = RandomAccess.Read(file, rest, offset + windowLength);
            if (got == 0)
                throw new BadInputException(Path,
                    $"the file shrank to {offset + windowLength} bytes while it was read");
            windowLength += got;
        }
    }
}

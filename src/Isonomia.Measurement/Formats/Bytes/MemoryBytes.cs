using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Bytes;

/// <summary>Bytes in memory, as a compressed part of a file after inflation.</summary>
/// <param name="path">The file they came from.</param>
/// <param name="bytes">The bytes.</param>
public sealed class MemoryBytes(string path, byte[] bytes) : IByteSource
{
    /// <inheritdoc/>
    public string Path => path;

    /// <inheritdoc/>
    public long Length => bytes.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> View(long offset, int length) =>
        offset >= 0 && length >= 0 && length <= bytes.Length - offset
            ? bytes.AsSpan((int)offset, length)
            : throw new BadInputException(path, $"a part of {bytes.Length} bytes says that it goes on to byte "
                + $"{offset + length}; the file is damaged");
}

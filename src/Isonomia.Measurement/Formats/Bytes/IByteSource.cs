using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Bytes;

/// <summary>Bytes that can be looked at anywhere: a file, a buffer, the data of an HDF5 set.</summary>
/// <remarks>Not safe for concurrent use: a view may live in a buffer that the next view overwrites.</remarks>
public interface IByteSource
{
    /// <summary>The file they belong to, for messages.</summary>
    string Path { get; }

    /// <summary>How many bytes there are.</summary>
    long Length { get; }

    /// <summary>The bytes <c>[offset, offset + length)</c>, valid until the next call.</summary>
    /// <exception cref="BadInputException">There are fewer bytes than that, or they cannot be read.</exception>
    ReadOnlySpan<byte> View(long offset, int length);
}

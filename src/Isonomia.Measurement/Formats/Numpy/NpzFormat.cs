using System.Buffers.Binary;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Numpy;

/// <summary>
/// NPZ: several NumPy arrays in a zip archive. The recording is the one named, or the largest; the sampling rate must
/// be stated unless an array is named like one.
/// </summary>
public sealed class NpzFormat : IRecordingFormat
{
    private const int NameAt = 30;

    /// <inheritdoc/>
    public string Name => "NPZ";

    /// <inheritdoc/>
    public bool Recognises(FileHead head)
    {
        var bytes = head.Bytes.Span;
        if (bytes.Length < NameAt || !head.StartsWith("PK\u0003\u0004"))
            return false;
        var name = bytes[NameAt..Math.Min(bytes.Length, NameAt + BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]))];
        return name.EndsWith(".npy"u8);
    }

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options) => ArrayRecording.Open(new NpzFile(path), options);
}

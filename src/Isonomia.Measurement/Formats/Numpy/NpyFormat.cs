using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Numpy;

/// <summary>NPY: one NumPy array. The sampling rate must be stated.</summary>
public sealed class NpyFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "NPY";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) => head.Bytes.Span.StartsWith(NpyData.Magic);

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options) => ArrayRecording.Open(new NpyFile(path), options);
}

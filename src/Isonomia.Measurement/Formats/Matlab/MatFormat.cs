using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>
/// MATLAB data files: the recording is the variable named, or the largest matrix of real numbers. Its sampling rate is
/// the one stated, or that of a variable named like one (<c>srate</c>, <c>fs</c>), or that of a time axis (<c>t</c>).
/// </summary>
public sealed class MatFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "MAT";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) => MatFile.Recognises(head);

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options) => ArrayRecording.Open(MatFile.Open(path), options);
}

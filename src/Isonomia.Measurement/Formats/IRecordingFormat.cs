using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats;

/// <summary>
/// A file format that recordings come in. Adding one is adding a class that implements this and a line in
/// <see cref="RecordingFile"/>.
/// </summary>
public interface IRecordingFormat
{
    /// <summary>The format's name, as users know it.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the file is of this format, judged by content; the extension only decides where content cannot
    /// (plain numbers in text).
    /// </summary>
    bool Recognises(FileHead head);

    /// <summary>Opens the file. Samples are read later, in blocks, wherever the format allows.</summary>
    /// <exception cref="BadInputException">The file is damaged, inconsistent, or lacks a companion.</exception>
    Recording Open(string path, ReadingOptions options);
}

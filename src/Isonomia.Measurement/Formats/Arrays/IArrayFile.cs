using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>A file of named arrays that says nothing of what they mean: MAT, NPY, NPZ.</summary>
public interface IArrayFile : IDisposable
{
    /// <summary>The file.</summary>
    string Path { get; }

    /// <summary>The format's name, with its version.</summary>
    string Format { get; }

    /// <summary>What it holds, in file order.</summary>
    IReadOnlyList<ArrayEntry> Entries { get; }

    /// <summary>What was odd but could be lived with.</summary>
    IReadOnlyList<string> Warnings { get; }

    /// <summary>The numbers of one variable, readable as long as the file is open.</summary>
    /// <exception cref="BadInputException">The variable is damaged, or holds no real numbers.</exception>
    NumberArray Numbers(string name);
}

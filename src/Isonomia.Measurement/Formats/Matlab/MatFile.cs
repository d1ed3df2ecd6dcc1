using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>
/// A MATLAB data file of any version: 4, 5 (also called 6 and 7) or 7.3. Opening it lists the variables; their values
/// are read one by one on request, and numbers stay in the file until they are used wherever the version allows.
/// </summary>
public abstract class MatFile : IArrayFile
{
    private readonly List<ArrayEntry> entries = [];
    private readonly List<string> warnings = [];

    /// <summary>A file at this path.</summary>
    private protected MatFile(string path) => Path = path;

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public abstract string Format { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ArrayEntry> Entries => entries;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Opens a file of whichever version it is.</summary>
    /// <exception cref="BadInputException">It is not a MATLAB file, or it is damaged.</exception>
    public static MatFile Open(string path)
    {
        var head = FileHead.Of(path);
        if (Mat5File.Recognises(head))
            return new Mat5File(path);
        if (Mat73File.Recognises(head))
            return new Mat73File(path);
        if (Mat4File.Recognises(head))
            return new Mat4File(path);
        throw new BadInputException(path, "this is not a MATLAB data file");
    }

    /// <summary>Whether a file begins as MATLAB files of some version do.</summary>
    public static bool Recognises(FileHead head) =>
        Mat5File.Recognises(head) || Mat73File.Recognises(head) || Mat4File.Recognises(head);

    /// <summary>The value of a variable.</summary>
    /// <exception cref="BadInputException">The variable is not there, or is damaged.</exception>
    public abstract MatValue Read(string name);

    /// <inheritdoc/>
    public NumberArray Numbers(string name) => Read(name) is MatNumeric { IsComplex: false } numbers
        ? new NumberArray(numbers.Real, numbers.Dimensions, RowMajor: false)
        : throw new BadInputException(Path, $"the variable '{name}' does not hold real numbers");

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>Lists a variable.</summary>
    private protected void Add(ArrayEntry entry) => entries.Add(entry);

    /// <summary>Notes what was odd.</summary>
    private protected void Warn(string warning) => warnings.Add(warning);
}

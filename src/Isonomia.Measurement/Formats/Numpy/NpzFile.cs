using System.IO.Compression;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Numpy;

/// <summary>
/// An NPZ file: a zip archive of NPY arrays, named after its members. An array is inflated whole when read.
/// </summary>
public sealed class NpzFile : IArrayFile
{
    private const int LongestHead = 1 << 16;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> members = [];

    /// <summary>Opens the archive and reads the headers of its arrays.</summary>
    /// <exception cref="BadInputException">The archive is damaged.</exception>
    public NpzFile(string path)
    {
        Path = path;
        archive = Guarded(() => ZipFile.OpenRead(path));
        try
        {
            Entries = Guarded(() => archive.Entries.Where(e => e.Name.EndsWith(".npy", StringComparison.Ordinal))
                .Select(EntryOf).ToList());
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public string Format => "NPZ";

    /// <inheritdoc/>
    public IReadOnlyList<ArrayEntry> Entries { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <inheritdoc/>
    public NumberArray Numbers(string name) => Guarded(() =>
    {
        var member = members[name];
        using var inflated = member.Open();
        var all = Inflation.Read(inflated, member.Length, member.CompressedLength, Path, $"array '{name}'");
        var array = NpyData.Parse(new MemoryBytes(Path, all));
        var held = (all.Length - array.Numbers.Offset) / array.Numbers.Type.Size();
        return array.Numbers.Count <= held
            ? array
            : throw new BadInputException(Path,
                $"array '{name}' announces {array.Numbers.Count} numbers but holds {held}");
    });

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private ArrayEntry EntryOf(ZipArchiveEntry member)
    {
        var name = System.IO.Path.ChangeExtension(member.FullName, null);
        members[name] = member;
        using var inflated = member.Open();
        var head = new byte[(int)Math.Clamp(member.Length, 0, LongestHead)];
        var got = inflated.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        try
        {
            var array = NpyData.Parse(new MemoryBytes(Path, head[..got]));
            return new ArrayEntry(name, array.Shape, array.Numbers.Type.Label(), IsReal: true);
        }
        catch (BadInputException)
        {
            // Text and objects are common beside a recording; they are listed, not read.
            return new ArrayEntry(name, [], "not numbers", IsReal: false);
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException
            or OverflowException or EndOfStreamException)
        {
            throw new BadInputException(Path, "the NPZ archive is damaged: " + e.Message, e);
        }
    }
}

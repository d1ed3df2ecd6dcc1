using System.Text;

namespace Isonomia.Measurement.Formats;

/// <summary>The beginning of a file, by which formats recognise their own.</summary>
/// <param name="Path">The file.</param>
/// <param name="Length">Its whole length in bytes.</param>
/// <param name="Bytes">Its first bytes, at most <see cref="Size"/>.</param>
public sealed record FileHead(string Path, long Length, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Size = 4096;

    /// <summary>The extension, lower case, with its dot.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>Whether the file begins with these Latin-1 characters.</summary>
    public bool StartsWith(string text) => Bytes.Span.StartsWith(Encoding.Latin1.GetBytes(text));

    /// <summary>Reads the head of a file.</summary>
    public static FileHead Of(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[(int)Math.Min(Size, file.Length)];
        file.ReadExactly(bytes);
        return new FileHead(path, file.Length, bytes);
    }
}

using System.IO.Compression;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>
/// A level 5 MAT file (MATLAB 5 to 7), compressed or not, of either byte order. Variables that are not compressed stay
/// in the file; compressed ones are inflated whole when read.
/// </summary>
internal sealed class Mat5File : MatFile
{
    private const int HeaderLength = 128;

    /// <summary>Enough of an inflated variable for its header: tag, flags, dimensions, name.</summary>
    private const int HeadLength = 8192;

    private readonly FileBytes bytes;
    private readonly bool bigEndian;
    private readonly Dictionary<string, Mat5Element> elements = [];

    public Mat5File(string path) : base(path)
    {
        bytes = new FileBytes(path);
        try
        {
            bigEndian = bytes.View(126, 1)[0] == 'M';
            List();
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public override string Format => "MAT 5";

    public static new bool Recognises(FileHead head)
    {
        var b = head.Bytes.Span;
        return b.Length >= HeaderLength
            && ((b[126] == 'I' && b[127] == 'M' && b[125] == 1) || (b[126] == 'M' && b[127] == 'I' && b[124] == 1));
    }

    public override MatValue Read(string name)
    {
        if (!elements.TryGetValue(name, out var element))
            throw new BadInputException(Path, $"there is no variable '{name}'");
        if (element.Type == Mat5Element.Matrix)
            return new Mat5Values(bytes, bigEndian).Read(element.Start, element.End);

        using var inflated = Inflate(element);
        var tag = new byte[8];
        if (inflated.ReadAtLeast(tag, 8, throwOnEndOfStream: false) < 8)
            throw Mat5Element.Damaged(bytes, element.Start, $"variable '{name}' ends before it begins");
        var size = Mat5Element.Word(new MemoryBytes(Path, tag), 4, bigEndian);
        var data = new MemoryBytes(Path, Inflation.Read(inflated, size, element.Size, Path, $"variable '{name}'"));
        return new Mat5Values(data, bigEndian).Read(0, size);
    }

    protected override void Dispose(bool disposing) => bytes.Dispose();

    private void List()
    {
        for (long at = HeaderLength, number = 1; at < bytes.Length; number++)
        {
            if (bytes.Length - at < 8)
            {
                Warn($"{bytes.Length - at} bytes at the end were ignored");
                return;
            }

            if (Mat5Element.Word(bytes, at, bigEndian) is Mat5Element.Matrix or Mat5Element.Compressed
                && Mat5Element.Word(bytes, at + 4, bigEndian) > bytes.Length - at - 8)
            {
                var missing = Mat5Element.Word(bytes, at + 4, bigEndian) - (bytes.Length - at - 8);
                if (Entries.Count == 0)
                    throw new BadInputException(Path,
                        $"the file was cut short: its only variable lacks {missing} bytes");
                Warn($"the file was cut short: variable {number} lacks {missing} bytes and was left out");
                return;
            }

            var element = Mat5Element.At(bytes, at, bytes.Length, bigEndian);
            List(element);
            at = element.Next;
        }
    }

    private void List(Mat5Element element)
    {
        var header = element.Type switch
        {
            Mat5Element.Matrix when element.Size > 0 =>
                Mat5Header.Read(bytes, element.Start, element.End, bigEndian),
            Mat5Element.Compressed => CompressedHeader(element),
            _ => null,
        };

        // The nameless variable at the end is MATLAB's store of objects.
        if (header is { Name.Length: > 0 } && elements.TryAdd(header.Name, element))
            Add(header.Entry);
    }

    private Mat5Header? CompressedHeader(Mat5Element element)
    {
        using var inflated = Inflate(element);
        var head = new byte[HeadLength];
        try
        {
            var got = inflated.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
            var bytesOfHead = new MemoryBytes(Path, head);
            var size = got < 8 ? 0 : Mat5Element.Word(bytesOfHead, 4, bigEndian);
            return size == 0 ? null : Mat5Header.Read(bytesOfHead, 8, Math.Min(got, size + 8L), bigEndian);
        }
        catch (InvalidDataException e)
        {
            throw new BadInputException(Path,
                $"the variable at byte {element.Start} cannot be decompressed; the file is "
                + "damaged", e);
        }
    }

    private ZLibStream Inflate(Mat5Element element) =>
        new(new SectionStream(bytes, element.Start, element.Size), CompressionMode.Decompress);
}

using System.Buffers.Binary;
using System.Text;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>
/// A level 4 MAT file: matrices one after another, each with a header of five integers (type, rows, columns, whether
/// complex, length of the name). The type is MOPT in decimal: M the byte order, P the precision, T what it is.
/// </summary>
internal sealed class Mat4File : MatFile
{
    private const int HeaderLength = 20;
    private const int LongestName = 256;
    private static readonly NumberType[] Precisions =
    [
        NumberType.Float64, NumberType.Float32, NumberType.Int32, NumberType.Int16, NumberType.UInt16, NumberType.UInt8,
    ];

    private readonly FileBytes bytes;
    private readonly Dictionary<string, (Head Head, long At)> matrices = [];

    public Mat4File(string path) : base(path)
    {
        bytes = new FileBytes(path);
        try
        {
            List();
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public override string Format => "MAT 4";

    /// <summary>There is no signature, so the extension and a header that makes sense must do.</summary>
    public static new bool Recognises(FileHead head) => head.Extension == ".mat" && head.Bytes.Length >= HeaderLength
        && Head.Of(head.Bytes.Span) is { } first && HeaderLength + first.NameLength + first.DataLength <= head.Length;

    public override MatValue Read(string name)
    {
        if (!matrices.TryGetValue(name, out var matrix))
            throw new BadInputException(Path, $"there is no variable '{name}'");
        var (head, at) = matrix;
        if (head.IsSparse)
            return new MatOther([head.Rows, head.Columns], "sparse");
        var count = (long)head.Rows * head.Columns;
        var real = new NumberBlock(bytes, at, head.Precision, count, head.BigEndian);
        if (!head.IsText)
        {
            var kind = head.Precision == NumberType.Float32 ? "single" : "double";
            var imaginary = head.IsComplex ? real with { Offset = at + (count * head.Precision.Size()) } : null;
            return new MatNumeric([head.Rows, head.Columns], real, kind, imaginary);
        }

        var characters = real.ToArray();
        return MatText.Of([head.Rows, head.Columns],
            string.Create(characters.Length, characters, static (text, codes) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = codes[i] is >= 0 and < char.MaxValue ? (char)codes[i] : '?';
            }));
    }

    protected override void Dispose(bool disposing) => bytes.Dispose();

    private void List()
    {
        for (var at = 0L; at < bytes.Length;)
        {
            if (bytes.Length - at < HeaderLength || Head.Of(bytes.View(at, HeaderLength)) is not { } head)
                throw new BadInputException(Path,
                    $"the MAT 4 file is damaged at byte {at}: the header of a matrix was expected");
            var dataAt = at + HeaderLength + head.NameLength;
            at = dataAt + head.DataLength;
            if (at > bytes.Length)
            {
                if (Entries.Count == 0)
                    throw new BadInputException(Path,
                        $"the file was cut short: its only matrix lacks {at - bytes.Length} bytes");
                Warn($"the file was cut short: the last matrix lacks {at - bytes.Length} bytes and was left out");
                return;
            }

            var name = Encoding.Latin1.GetString(bytes.View(dataAt - head.NameLength, head.NameLength)).TrimEnd('\0');
            if (!matrices.TryAdd(name, (head, dataAt)))
                continue;
            var kind = head.IsText ? "char" : head.IsSparse ? "sparse" : head.Precision.Label();
            Add(new ArrayEntry(name, [head.Rows, head.Columns], head.IsComplex ? "complex " + kind : kind,
                !head.IsText && !head.IsSparse && !head.IsComplex));
        }
    }

    private readonly record struct Head(
        bool BigEndian, NumberType Precision, int Kind, int Rows, int Columns, bool IsComplex, int NameLength)
    {
        public bool IsText => Kind == 1;

        public bool IsSparse => Kind == 2;

        public long DataLength => (long)Rows * Columns * Precision.Size() * (IsComplex ? 2 : 1);

        public static Head? Of(ReadOnlySpan<byte> bytes)
        {
            var bigEndian = BinaryPrimitives.ReadUInt32LittleEndian(bytes) > 9999;
            Span<int> words = stackalloc int[5];
            for (var i = 0; i < 5; i++)
            {
                words[i] = bigEndian
                    ? BinaryPrimitives.ReadInt32BigEndian(bytes[(4 * i)..])
                    : BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]);
            }

            var (type, precision) = (words[0], words[0] / 10 % 10);
            var makesSense = type is >= 0 and < 2000 && type / 1000 == (bigEndian ? 1 : 0) && type / 100 % 10 == 0
                && precision < Precisions.Length && type % 10 <= 2
                && words[1] >= 0 && words[2] >= 0 && words[3] is 0 or 1 && words[4] is > 1 and <= LongestName;
            return makesSense
                ? new Head(bigEndian, Precisions[precision], type % 10, words[1], words[2], words[3] == 1, words[4])
                : null;
        }
    }
}

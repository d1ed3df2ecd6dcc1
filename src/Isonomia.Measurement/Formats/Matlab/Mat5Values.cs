using System.Text;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Formats.Matlab.Values;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>The contents of level 5 matrices. Nothing is allocated that the bytes at hand could not fill.</summary>
internal sealed class Mat5Values(IByteSource bytes, bool bigEndian)
{
    private const int Deepest = 32;
    private const int SmallestMatrix = 8;

    /// <summary>Reads the matrix whose data lie in <c>[start, end)</c>.</summary>
    public MatValue Read(long start, long end, int depth = 0)
    {
        if (start == end)
            return new MatNumeric([0, 0], new NumberBlock(bytes, start, NumberType.Float64, 0), "double");
        if (depth > Deepest)
            throw Mat5Element.Damaged(bytes, start, $"cells or structs are nested more than {Deepest} deep");
        var header = Mat5Header.Read(bytes, start, end, bigEndian);
        return header.ClassCode switch
        {
            Mat5Header.Cell => Cell(header, end, depth),
            Mat5Header.Struct or Mat5Header.Object => Struct(header, end, depth),
            Mat5Header.Char => Text(header, end),
            _ when header.IsNumeric => Numeric(header, end),
            _ => new MatOther(header.Dimensions, header.Class),
        };
    }

    private MatNumeric Numeric(Mat5Header header, long end)
    {
        var count = CountOf(header, end);
        var real = Mat5Element.At(bytes, header.BodyAt, end, bigEndian);
        var numbers = real.Numbers(bytes, count, bigEndian);
        var imaginary = header.IsComplex
            ? Mat5Element.At(bytes, real.Next, end, bigEndian).Numbers(bytes, count, bigEndian)
            : null;
        return new MatNumeric(header.Dimensions, numbers, header.Class, imaginary);
    }

    private MatText Text(Mat5Header header, long end) => header.BodyAt == end
        ? new MatText(header.Dimensions, [])
        : MatText.Of(header.Dimensions,
            Mat5Element.At(bytes, header.BodyAt, end, bigEndian).Characters(bytes, bigEndian));

    private MatCell Cell(Mat5Header header, long end, int depth)
    {
        var at = header.BodyAt;
        return new MatCell(header.Dimensions, Matrices(CountOf(header, end), ref at, end, depth));
    }

    private MatStruct Struct(Mat5Header header, long end, int depth)
    {
        var at = header.BodyAt;
        if (header.ClassCode == Mat5Header.Object)
            at = Mat5Element.At(bytes, at, end, bigEndian).Next;
        var length = Mat5Element.At(bytes, at, end, bigEndian);
        var names = Mat5Element.At(bytes, length.Next, end, bigEndian);
        var longest = length.Size == 4 ? (int)Mat5Element.Word(bytes, length.Start, bigEndian) : 0;
        if (longest <= 0 || names.Size > int.MaxValue)
            throw Mat5Element.Damaged(bytes, at, "the names of a struct's fields were expected");
        var fields = new string[names.Size / longest];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = Encoding.UTF8.GetString(bytes.View(names.Start + ((long)i * longest), longest));
            if (fields[i].IndexOf('\0', StringComparison.Ordinal) is >= 0 and var zero)
                fields[i] = fields[i][..zero];
        }

        at = names.Next;
        var elements = fields.Length == 0 ? 0 : CountOf(header, end);
        if (elements * fields.Length > (end - at) / SmallestMatrix)
            throw Mat5Element.Damaged(bytes, at, $"{elements} structs of {fields.Length} fields do not fit");
        var values = Matrices(elements * fields.Length, ref at, end, depth);
        return new MatStruct(header.Dimensions, fields, field =>
        {
            var index = Array.IndexOf(fields, field);
            return [.. Enumerable.Range(0, (int)elements).Select(e => values[(e * fields.Length) + index])];
        });
    }

    private MatValue[] Matrices(long count, ref long at, long end, int depth)
    {
        if (count > (end - at) / SmallestMatrix)
            throw Mat5Element.Damaged(bytes, at, $"{count} values do not fit into {end - at} bytes");
        var values = new MatValue[count];
        for (var i = 0; i < values.Length; i++)
        {
            var element = Mat5Element.At(bytes, at, end, bigEndian);
            if (element.Type != Mat5Element.Matrix)
                throw Mat5Element.Damaged(bytes, at, $"a value was expected, but the type is {element.Type}");
            values[i] = Read(element.Start, element.End, depth + 1);
            at = element.Next;
        }

        return values;
    }

    /// <summary>How many elements a matrix has, which can never be more than the bytes left.</summary>
    private long CountOf(Mat5Header header, long end)
    {
        var count = ArrayEntry.ProductOf(header.Dimensions);
        return count <= end - header.BodyAt ? count : throw Mat5Element.Damaged(bytes, header.BodyAt,
            $"{string.Join(" x ", header.Dimensions)} elements are announced, but {end - header.BodyAt} bytes "
                + "are left");
    }
}

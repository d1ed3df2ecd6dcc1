using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>
/// A MAT file of version 7.3, which is HDF5: structs are groups, cells and arrays of structs are references, text is
/// 16-bit numbers, and an attribute tells the class. Dimensions are in the opposite order, so numbers lie as in MATLAB.
/// </summary>
internal sealed class Mat73File : MatFile
{
    private const string ClassAttribute = "MATLAB_class";

    /// <summary>Numbers up to this size are read at once rather than kept open.</summary>
    private const int SmallBytes = 1 << 16;

    private const int Deepest = 32;
    private const int MostElements = 10_000_000;
    private readonly Hdf5File file;

    public Mat73File(string path) : base(path)
    {
        file = new Hdf5File(path);
        try
        {
            using var root = file.Root;
            foreach (var name in root.Children().Where(n => !n.StartsWith('#')))
            {
                using var node = root.Open(name);
                Add(EntryOf(name, node));
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override string Format => "MAT 7.3";

    /// <summary>MATLAB writes its name before the HDF5; other programs' files are told by their extension.</summary>
    public static new bool Recognises(FileHead head) =>
        Hdf5File.Recognises(head) && (head.StartsWith("MATLAB") || head.Extension is ".mat" or ".set");

    public override MatValue Read(string name)
    {
        using var root = file.Root;
        if (!root.Children().Contains(name))
            throw new BadInputException(Path, $"there is no variable '{name}'");
        return Read(root.Open(name), 0);
    }

    protected override void Dispose(bool disposing) => file.Dispose();

    private static ArrayEntry EntryOf(string name, Hdf5Node node)
    {
        var stated = node.Text(ClassAttribute);
        if (!node.IsDataset)
        {
            var what = node.Integer("MATLAB_sparse") is null ? stated ?? "struct" : "sparse";
            return new ArrayEntry(name, [1, 1], what, IsReal: false);
        }

        var data = node.Data();
        var isReal = data.Number is not null && stated is not "char" && node.Integer("MATLAB_empty") is not 1;
        var kind = data.IsCompound ? "complex " + (stated ?? "") : stated ?? data.Number?.Label() ?? "unknown";
        return new ArrayEntry(name, Reversed(data.Shape), kind, isReal);
    }

    /// <summary>Reads a value; takes charge of the node.</summary>
    private MatValue Read(Hdf5Node node, int depth)
    {
        if (depth > Deepest)
            throw file.Damaged($"cells or structs are nested more than {Deepest} deep");
        var stated = node.Text(ClassAttribute);
        if (!node.IsDataset)
        {
            return node.Integer("MATLAB_sparse") is null
                ? Struct(node, depth)
                : Done(node, new MatOther([1, 1], "sparse"));
        }

        var data = node.Data();
        var dimensions = Reversed(data.Shape);
        if (node.Integer("MATLAB_empty") is 1)
            return Done(node, Empty(stated ?? "double", data));
        if (data.IsReference)
            return Done(node, new MatCell(dimensions, Referenced(node, data, depth)));
        if (data.Number is not { } type)
            return Done(node, new MatOther(dimensions, data.IsCompound ? "complex " + stated : stated ?? "unknown"));
        if (stated == "char")
            return Done(node, Text(dimensions, data));
        var numbers = data.Numbers();
        var mayClose = data.Length <= SmallBytes;
        if (mayClose)
            numbers = numbers with { Bytes = new MemoryBytes(Path, data.Read()) };
        var value = new MatNumeric(dimensions, numbers, stated ?? type.Label());
        return mayClose ? Done(node, value) : value;
    }

    private MatStruct Struct(Hdf5Node node, int depth)
    {
        var fields = node.Children();
        var isArray = false;
        IReadOnlyList<long> dimensions = [1, 1];
        if (fields.Count > 0)
        {
            using var first = node.Open(fields[0]);
            isArray = first.IsDataset && first.Text(ClassAttribute) is null && first.Data().IsReference;
            if (isArray)
                dimensions = Reversed(first.Data().Shape);
        }

        var read = new Dictionary<string, IReadOnlyList<MatValue>>();
        return new MatStruct(dimensions, fields, field =>
        {
            if (read.TryGetValue(field, out var values))
                return values;
            var child = node.Open(field);
            values = isArray ? Elements(child, depth) : [Read(child, depth + 1)];
            read.Add(field, values);
            return values;
        });
    }

    private MatValue[] Elements(Hdf5Node field, int depth)
    {
        using (field)
            return Referenced(field, field.Data(), depth);
    }

    private MatValue[] Referenced(Hdf5Node node, Hdf5Data data, int depth)
    {
        if (!data.IsReference || data.Count > MostElements)
            throw file.Damaged($"'{node.Name}' should hold references to its {data.Count} elements");
        return [.. node.Referenced(data).Select(element => Read(element, depth + 1))];
    }

    /// <summary>Instead of data, an empty value holds its dimensions.</summary>
    private static MatValue Empty(string stated, Hdf5Data data)
    {
        long[] dimensions = data.Number is not null && data.Count is >= 2 and <= 64
            ? [.. data.Numbers().ToArray().Select(n => n is >= 0 and < long.MaxValue ? (long)n : 0)]
            : [0, 0];
        if (!dimensions.Contains(0))
            dimensions = [0, 0];
        return stated switch
        {
            "char" => new MatText(dimensions, []),
            "cell" => new MatCell(dimensions, []),
            "struct" => new MatStruct(dimensions, [], _ => []),
            _ => new MatNumeric(dimensions, new NumberBlock(data, 0, NumberType.Float64, 0), stated),
        };
    }

    private static MatText Text(IReadOnlyList<long> dimensions, Hdf5Data data)
    {
        var codes = data.Numbers().ToArray();
        return MatText.Of(dimensions, string.Create(codes.Length, codes, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)from[i];
        }));
    }

    private static MatValue Done(Hdf5Node node, MatValue value)
    {
        node.Dispose();
        return value;
    }

    private static List<long> Reversed(IReadOnlyList<long> shape)
    {
        var dimensions = shape.Reverse().ToList();
        while (dimensions.Count < 2)
            dimensions.Add(1);
        return dimensions;
    }
}

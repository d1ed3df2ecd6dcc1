using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Isonomia.Measurement.Formats.Bytes;
using static Isonomia.Measurement.Formats.Hdf5.Hdf5Native;

namespace Isonomia.Measurement.Formats.Hdf5;

/// <summary>An open group or data set of an HDF5 file.</summary>
internal sealed class Hdf5Node : IDisposable
{
    private const int LongestName = 1 << 12;
    private const ulong MostChildren = 1 << 20;
    private const int LongestText = 1 << 20;
    private readonly Hdf5File file;
    private readonly long id;

    public Hdf5Node(Hdf5File file, long id, string name)
    {
        (this.file, this.id, Name) = (file, id, name);
        var kind = H5Iget_type(id);
        IsGroup = kind == Hdf5Native.IsGroup;
        IsDataset = kind == Hdf5Native.IsDataset;
    }

    public string Name { get; }

    public bool IsGroup { get; }

    public bool IsDataset { get; }

    /// <summary>The names of what a group holds.</summary>
    public IReadOnlyList<string> Children()
    {
        lock (Hdf5Library.Gate)
        {
            if (H5Gget_info(id, out var info) < 0 || info.Links > MostChildren)
                throw file.Damaged($"the contents of '{Name}' cannot be listed");
            var names = new string[info.Links];
            var buffer = new byte[LongestName];
            for (var i = 0; i < names.Length; i++)
            {
                var length = H5Lget_name_by_idx(id, ".", IndexByName, Increasing, (ulong)i, buffer, LongestName,
                    Default);
                if (length < 0 || length >= LongestName)
                    throw file.Damaged($"the contents of '{Name}' cannot be listed");
                names[i] = Encoding.UTF8.GetString(buffer.AsSpan(0, (int)length));
            }

            return names;
        }
    }

    /// <summary>Opens something in a group, to be disposed.</summary>
    public Hdf5Node Open(string name) => file.Open(id, name);

    /// <summary>Describes a data set.</summary>
    public Hdf5Data Data()
    {
        lock (Hdf5Library.Gate)
        {
            var (space, type) = (H5Dget_space(id), H5Dget_type(id));
            if (space < 0 || type < 0)
                throw file.Damaged($"the data set '{Name}' cannot be read");
            return new Hdf5Data(file, id, Name, space, type);
        }
    }

    /// <summary>An attribute's text, or null where there is none of this name or it is not one text.</summary>
    public string? Text(string attribute)
    {
        lock (Hdf5Library.Gate)
        {
            return Attribute(attribute, (opened, type) =>
            {
                var size = H5Tget_size(type);
                if (H5Tget_class(type) != ClassString || size > LongestText)
                    return null;
                if (H5Tis_variable_str(type) != 0)
                    return VariableText(opened, type);
                var text = new byte[size];
                return H5Aread(opened, type, text) < 0 ? null : Hdf5Data.TextOf(text);
            });
        }
    }

    /// <summary>An attribute that is one whole number, or null.</summary>
    public long? Integer(string attribute)
    {
        lock (Hdf5Library.Gate)
        {
            return Attribute<long?>(attribute, (opened, type) =>
            {
                var value = new byte[8];
                var native = H5Tget_native_type(type, Ascending);
                var isRead = H5Tget_class(type) == ClassInteger && H5Tget_size(native) <= 8
                    && H5Aread(opened, native, value) >= 0;
                H5Tclose(native);
                return isRead ? BinaryPrimitives.ReadInt64LittleEndian(value) : null;
            });
        }
    }

    /// <summary>An attribute that is one number of any kind, or null.</summary>
    public double? Real(string attribute)
    {
        lock (Hdf5Library.Gate)
        {
            var value = Attribute<double?>(attribute, (opened, type) =>
            {
                var bytes = new byte[8];
                var native = H5Tget_native_type(type, Ascending);
                var size = H5Tget_class(type) == ClassFloat ? H5Tget_size(native) : 0;
                var isRead = size is 4 or 8 && H5Aread(opened, native, bytes) >= 0;
                H5Tclose(native);
                return !isRead ? null
                    : size == 4 ? MemoryMarshal.Read<float>(bytes)
                    : MemoryMarshal.Read<double>(bytes);
            });
            return value ?? Integer(attribute);
        }
    }

    /// <summary>Opens what the references in a data set point to, each to be disposed.</summary>
    public IEnumerable<Hdf5Node> Referenced(Hdf5Data data)
    {
        var references = data.Read();
        for (var at = 0; at + 8 <= references.Length; at += 8)
            yield return Dereferenced(references.AsSpan(at, 8));
    }

    public void Dispose() => file.Close(id);

    private Hdf5Node Dereferenced(ReadOnlySpan<byte> reference)
    {
        lock (Hdf5Library.Gate)
            return file.Kept(H5Rdereference2(id, Default, ObjectReference, reference), $"what '{Name}' refers to");
    }

    // The library makes room for a text that is as long as it is, and wants it back.
    private static string? VariableText(long opened, long type)
    {
        var pointer = new byte[nint.Size];
        if (H5Aread(opened, type, pointer) < 0)
            return null;
        var text = Marshal.PtrToStringUTF8(MemoryMarshal.Read<nint>(pointer));
        var space = H5Aget_space(opened);
        H5Dvlen_reclaim(type, space, Default, pointer);
        H5Sclose(space);
        return text;
    }

    private T? Attribute<T>(string name, Func<long, long, T?> read)
    {
        if (H5Aexists(id, name) <= 0)
            return default;
        var opened = H5Aopen(id, name, Default);
        if (opened < 0)
            return default;
        var (type, space) = (H5Aget_type(opened), H5Aget_space(opened));
        try
        {
            return type >= 0 && space >= 0 && H5Sget_simple_extent_npoints(space) == 1 ? read(opened, type) : default;
        }
        finally
        {
            H5Tclose(type);
            H5Sclose(space);
            H5Aclose(opened);
        }
    }
}

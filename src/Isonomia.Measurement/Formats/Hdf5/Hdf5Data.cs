using System.Runtime.InteropServices;
using System.Text;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;
using static Isonomia.Measurement.Formats.Hdf5.Hdf5Native;

namespace Isonomia.Measurement.Formats.Hdf5;

/// <summary>
/// The data of an HDF5 data set as bytes in storage order (the last dimension runs fastest) in this machine's byte
/// order, of which ranges are read as they are looked at. Valid as long as the set is open.
/// </summary>
internal sealed class Hdf5Data : IByteSource
{
    private readonly Hdf5File file;
    private readonly long set;
    private readonly string name;
    private readonly int elementSize;
    private readonly long storedBytes;
    private byte[] window = [];
    private long windowStart;
    private long windowLength;

    /// <summary>Describes a data set; its space and type are closed.</summary>
    public Hdf5Data(Hdf5File file, long set, string name, long space, long type)
    {
        (this.file, this.set, this.name) = (file, set, name);
        var native = H5Tget_native_type(type, Ascending);
        try
        {
            var kind = H5Tget_class(type);
            var size = native >= 0 ? H5Tget_size(native) : 0;
            Number = (kind, size, H5Tget_sign(native) != 0) switch
            {
                (ClassInteger or ClassEnum, 1, true) => NumberType.Int8,
                (ClassInteger or ClassEnum, 1, false) => NumberType.UInt8,
                (ClassInteger, 2, true) => NumberType.Int16,
                (ClassInteger, 2, false) => NumberType.UInt16,
                (ClassInteger, 4, true) => NumberType.Int32,
                (ClassInteger, 4, false) => NumberType.UInt32,
                (ClassInteger, 8, true) => NumberType.Int64,
                (ClassInteger, 8, false) => NumberType.UInt64,
                (ClassFloat, 4, _) => NumberType.Float32,
                (ClassFloat, 8, _) => NumberType.Float64,
                _ => null,
            };
            IsReference = kind == ClassReference && H5Tget_size(type) == 8;
            IsText = kind == ClassString;
            IsCompound = kind == ClassCompound;
            elementSize = Number?.Size() ?? (int)Math.Min(H5Tget_size(type), 1 << 20);
            var rank = H5Sget_simple_extent_ndims(space);
            var lengths = new ulong[Math.Max(0, rank)];
            if (rank < 0 || (rank > 0 && H5Sget_simple_extent_dims(space, lengths, 0) < 0))
                throw file.Damaged($"the data set '{name}' has no shape");
            Shape = [.. lengths.Select(n => (long)Math.Min(n, long.MaxValue))];
            Count = H5Sget_simple_extent_npoints(space) == 0 ? 0 : ArrayEntry.ProductOf(Shape);
            if (Count > long.MaxValue / Math.Max(1, elementSize))
                throw file.Damaged($"the data set '{name}' claims to be {string.Join(" x ", Shape)}");
            storedBytes = (long)Math.Min(H5Dget_storage_size(set), long.MaxValue);
        }
        finally
        {
            H5Tclose(native);
            H5Tclose(type);
            H5Sclose(space);
        }
    }

    public string Path => file.Path;

    /// <summary>The length of each dimension; empty for a single value.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>How many elements.</summary>
    public long Count { get; }

    /// <summary>How its numbers are stored, or null where it holds something else.</summary>
    public NumberType? Number { get; }

    public bool IsReference { get; }

    public bool IsText { get; }

    public bool IsCompound { get; }

    public long Length => Count * elementSize;

    /// <summary>The text in a buffer that is padded with zeros or blanks.</summary>
    public static string TextOf(ReadOnlySpan<byte> padded)
    {
        var end = padded.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? padded : padded[..end]).TrimEnd();
    }

    /// <summary>All its numbers, wherever they are needed.</summary>
    /// <exception cref="BadInputException">It holds none, or claims more than anyone stored.</exception>
    public NumberBlock Numbers()
    {
        Inflation.Check(Length, storedBytes, Path, $"the data set '{name}'");
        return Number is { } type
            ? new NumberBlock(this, 0, type, Count, !BitConverter.IsLittleEndian)
            : throw new BadInputException(Path, $"the data set '{name}' does not hold numbers");
    }

    /// <summary>All of it; for references and what is small.</summary>
    public byte[] Read()
    {
        Inflation.Check(Length, storedBytes, Path, $"the data set '{name}'");
        return Length <= Array.MaxLength
            ? View(0, (int)Length).ToArray()
            : throw new BadInputException(Path, $"the data set '{name}' takes {Length} bytes, more than can be held");
    }

    /// <summary>All texts.</summary>
    public IReadOnlyList<string> Texts()
    {
        lock (Hdf5Library.Gate)
        {
            var (type, space) = (H5Dget_type(set), H5Dget_space(set));
            try
            {
                var isVariable = H5Tis_variable_str(type) > 0;
                if (!IsText || Count == 0 || Length > Math.Max(file.Length, 1 << 20))
                    return [];
                var buffer = new byte[Length];
                if (H5Dread(set, type, Default, Default, Default, buffer) < 0)
                    throw file.Damaged($"the data set '{name}' cannot be read");
                if (!isVariable)
                    return [.. buffer.Chunk(elementSize).Select(text => TextOf(text))];
                var pointers = MemoryMarshal.Cast<byte, nint>(buffer).ToArray();
                string[] texts = [.. pointers.Select(p => Marshal.PtrToStringUTF8(p) ?? "")];
                H5Dvlen_reclaim(type, space, Default, buffer);
                return texts;
            }
            finally
            {
                H5Tclose(type);
                H5Sclose(space);
            }
        }
    }

    public ReadOnlySpan<byte> View(long offset, int length)
    {
        if (offset < 0 || length < 0 || length > Length - offset)
            throw file.Damaged($"the data set '{name}' has {Length} bytes, but bytes up to {offset + length} "
                + "were expected");
        if (length > 0 && (offset < windowStart || offset + length > windowStart + windowLength))
            Fill(offset / elementSize, (offset + length - 1) / elementSize);
        return length == 0 ? [] : window.AsSpan((int)(offset - windowStart), length);
    }

    /// <summary>
    /// Reads a box that holds the elements from first to last: along the first dimension in which their indices differ
    /// from the one to the other, everything in the later dimensions.
    /// </summary>
    private void Fill(long first, long last)
    {
        var rank = Shape.Count;
        var (start, count) = (new ulong[rank], new ulong[rank]);
        var (below, elements, boxStart) = (Count, 1L, 0L);
        var differs = false;
        for (var d = 0; d < rank; d++)
        {
            below /= Shape[d];
            var (from, to) = (first / below % Shape[d], last / below % Shape[d]);
            (start[d], count[d]) = differs ? (0, (ulong)Shape[d]) : ((ulong)from, (ulong)(to - from + 1));
            boxStart += differs ? 0 : from * below;
            differs |= from != to;
            elements *= (long)count[d];
        }

        if (elements * elementSize > Array.MaxLength)
            throw new BadInputException(Path,
                $"a part of {elements * elementSize} bytes of '{name}' is too large to be read at once");
        if (window.Length < elements * elementSize)
            window = new byte[elements * elementSize];
        windowLength = 0;
        lock (Hdf5Library.Gate)
            ReadBox(start, count);
        (windowStart, windowLength) = (boxStart * elementSize, elements * elementSize);
    }

    private void ReadBox(ulong[] start, ulong[] count)
    {
        var (stored, space) = (H5Dget_type(set), H5Dget_space(set));
        var type = Number is null ? stored : H5Tget_native_type(stored, Ascending);
        var memory = start.Length == 0 ? Default : H5Screate_simple(start.Length, count, 0);
        try
        {
            var selected = start.Length == 0 ? 0 : H5Sselect_hyperslab(space, SelectSet, start, 0, count, 0);
            if (selected < 0 || H5Dread(set, type, memory, start.Length == 0 ? Default : space, Default, window) < 0)
                throw file.Damaged($"the data set '{name}' cannot be read");
        }
        finally
        {
            if (memory != Default)
                H5Sclose(memory);
            if (type != stored)
                H5Tclose(type);
            H5Tclose(stored);
            H5Sclose(space);
        }
    }
}

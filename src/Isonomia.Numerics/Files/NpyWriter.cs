using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Isonomia.Numerics.Files;

/// <summary>
/// Writes an array as NumPy reads it (.npy, format 1.0: little-endian, C order), rows appended one after another; the
/// number of rows is known only at the end. The file appears whole at <see cref="Commit"/>, or not at all.
/// </summary>
/// <typeparam name="T">double, float, int or byte.</typeparam>
public sealed class NpyWriter<T> : IDisposable
    where T : unmanaged
{
    // Magic, version, length, dictionary, padding: room for any shape of two dimensions.
    private const int HeaderBytes = 128;
    private readonly AtomicFile file;
    private readonly int columns;
    private readonly string type;
    private long items;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where it will be; its folder must exist.</param>
    /// <param name="columns">Items a row of a matrix; 0 for a one-dimensional array.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    /// <exception cref="NotSupportedException">Items of that type are not written.</exception>
    public NpyWriter(string path, int columns = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        type = default(T) switch
        {
            double => "<f8",
            float => "<f4",
            int => "<i4",
            byte => "|u1",
            _ => throw new NotSupportedException($"Arrays of {typeof(T).Name} are not written."),
        };
        this.columns = columns;
        file = new AtomicFile(path);
        file.Stream.Write(new byte[HeaderBytes]);
    }

    /// <summary>Appends items, row by row.</summary>
    /// <param name="values">The items; rows may be split over calls.</param>
    public void Append(ReadOnlySpan<T> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            file.Stream.Write(MemoryMarshal.AsBytes(values));
        }
        else
        {
            Span<byte> item = stackalloc byte[Marshal.SizeOf<T>()];
            foreach (var value in values)
            {
                MemoryMarshal.Write(item, value);
                item.Reverse();
                file.Stream.Write(item);
            }
        }

        items += values.Length;
    }

    /// <summary>Writes the shape and puts the file in its place.</summary>
    /// <exception cref="InvalidOperationException">The last row is not full.</exception>
    public void Commit()
    {
        if (columns > 0 && items % columns != 0)
            throw new InvalidOperationException($"The last row holds {items % columns} of {columns} items.");
        var shape = columns == 0 ? $"({items},)" : $"({items / columns}, {columns})";
        var header = new byte[HeaderBytes];
        header[0] = 0x93;
        "NUMPY"u8.CopyTo(header.AsSpan(1));
        header[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), HeaderBytes - 10);
        var words = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}";
        Encoding.ASCII.GetBytes(words.PadRight(HeaderBytes - 11) + "\n", header.AsSpan(10));
        file.Stream.Position = 0;
        file.Stream.Write(header);
        file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}

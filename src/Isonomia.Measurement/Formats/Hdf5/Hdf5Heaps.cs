using System.Buffers.Binary;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Hdf5;

/// <summary>
/// Looks at the global heaps of an HDF5 file, in which texts of any length lie, before libhdf5 does: up to version 1.10.8 at
/// least it walks a heap with an object that takes no room for ever, and nothing in a process can stop it.
/// </summary>
/// <remarks>
/// HDF5 file format 3.0, III.E: a collection begins with <c>GCOL</c>, version 1, and its size; objects follow, each with an
/// index, a count, and a size; the object of index 0 is what is free. Of files above 256 MiB only the first 64 are looked at,
/// so that opening one does not read all of it.
/// </remarks>
internal static class Hdf5Heaps
{
    private const long Whole = 256 << 20;
    private const long Part = 64 << 20;
    private const int Block = 1 << 20;
    private const int HeaderSize = 16;
    private static ReadOnlySpan<byte> Signature => [(byte)'G', (byte)'C', (byte)'O', (byte)'L', 1, 0, 0, 0];

    /// <summary>Refuses a file with a heap that cannot be walked.</summary>
    /// <exception cref="BadInputException">There is one.</exception>
    public static void Check(string path)
    {
        using var file = new FileBytes(path);
        var end = file.Length <= Whole ? file.Length : Part;
        for (long from = 0; from < end; from += Block - HeaderSize)
        {
            var length = (int)Math.Min(Block, end - from);
            var rest = file.View(from, length);
            for (var at = 0; rest.IndexOf(Signature) is >= 0 and var next; rest = file.View(from, length)[at..])
            {
                at += next + 1;
                CheckHeap(file, from + at - 1);
            }
        }
    }

    private static void CheckHeap(FileBytes file, long start)
    {
        if (file.Length - start < HeaderSize)
            return;
        var size = BinaryPrimitives.ReadUInt64LittleEndian(file.View(start + 8, 8));
        // Beyond the file the library itself refuses.
        if (size > (ulong)(file.Length - start))
            return;
        var (at, end) = (start + HeaderSize, start + (long)size);
        while (end - at >= HeaderSize)
        {
            var head = file.View(at, HeaderSize);
            var index = BinaryPrimitives.ReadUInt16LittleEndian(head);
            var own = BinaryPrimitives.ReadUInt64LittleEndian(head[8..]);
            var room = (ulong)(end - at);
            if (own > room || (index == 0 && own == 0))
            {
                throw new BadInputException(file.Path, $"the HDF5 file is damaged: in the heap of texts at byte {start}, an object "
                    + $"at byte {at} takes {own} of {room} bytes");
            }

            at += index == 0 ? (long)own : HeaderSize + (long)((own + 7) & ~7UL);
        }
    }
}

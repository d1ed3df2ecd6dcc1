using Isonomia.Measurement.Recordings;
using Microsoft.Win32.SafeHandles;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// The part of a file that consists of equal blocks, its data records, with a window of consecutive blocks kept in
/// memory, so that reading a time span for one channel after another touches the disk once.
/// </summary>
internal sealed class BlockFile(string path, SafeFileHandle handle, long start, long blockBytes) : IDisposable
{
    /// <summary>The largest window, in bytes.</summary>
    private const int Capacity = 16 << 20;

    private byte[] window = [];
    private long first;
    private long end;

    /// <summary>Bytes from one block to the next.</summary>
    public long BlockBytes => blockBytes;

    /// <summary>Whether so many blocks may be a window.</summary>
    public bool Fits(long blocks) => blocks <= Capacity / blockBytes;

    /// <summary>Whether the window holds these blocks.</summary>
    public bool Holds(long firstBlock, long endBlock) => firstBlock >= first && endBlock <= end;

    /// <summary>Makes these blocks the window.</summary>
    public void Load(long firstBlock, long endBlock)
    {
        var bytes = checked((int)((endBlock - firstBlock) * blockBytes));
        if (window.Length < bytes)
            window = GC.AllocateUninitializedArray<byte>(bytes);
        (first, end) = (firstBlock, firstBlock);
        Read(firstBlock, 0, window.AsSpan(0, bytes));
        end = endBlock;
    }

    /// <summary>Bytes within a block of the window, and beyond it into the blocks that follow.</summary>
    public ReadOnlySpan<byte> Bytes(long block, long offset, int length) =>
        window.AsSpan((int)((block - first) * blockBytes + offset), length);

    /// <summary>Reads bytes from a block on, past the window.</summary>
    /// <exception cref="BadInputException">The file cannot be read there.</exception>
    public void Read(long block, long offset, Span<byte> into)
    {
        var position = start + block * blockBytes + offset;
        try
        {
            while (into.Length > 0)
            {
                var got = RandomAccess.Read(handle, into, position);
                if (got == 0)
                    throw new BadInputException(path, $"the file ended at byte {position} while it was being read");
                into = into[got..];
                position += got;
            }
        }
        catch (IOException e)
        {
            throw new BadInputException(path, $"byte {position} could not be read: {e.Message}", e);
        }
    }

    public void Dispose() => handle.Dispose();
}

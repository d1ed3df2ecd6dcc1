namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// Reads the same part of one data record after another. Where the rest of the records is small, whole records are
/// read, many at once; otherwise it is skipped.
/// </summary>
internal sealed class RecordParts(BlockFile file)
{
    private const int Chunk = 1 << 20;
    private const int WorthSkipping = 4096;

    private byte[] buffer = [];
    private long first;
    private long loaded;

    /// <summary>
    /// Bytes <c>[offset, offset + length)</c> of a record, valid until the next call; records up to
    /// <paramref name="end"/> may be read ahead.
    /// </summary>
    public ReadOnlySpan<byte> Of(long record, long end, long offset, int length)
    {
        if (file.BlockBytes - length >= WorthSkipping || 2 * file.BlockBytes > Chunk)
        {
            var part = Room(length);
            file.Read(record, offset, part);
            return part;
        }

        if (record < first || record >= first + loaded)
        {
            loaded = 0;
            var count = Math.Min(Chunk / file.BlockBytes, end - record);
            file.Read(record, 0, Room((int)(count * file.BlockBytes)));
            (first, loaded) = (record, count);
        }

        return buffer.AsSpan((int)((record - first) * file.BlockBytes + offset), length);
    }

    private Span<byte> Room(int length)
    {
        if (buffer.Length < length)
            buffer = GC.AllocateUninitializedArray<byte>(length);
        return buffer.AsSpan(0, length);
    }
}

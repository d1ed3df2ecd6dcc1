using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Delimited;

/// <summary>The lines of a text file as bytes, without their ends (LF, CR LF) and without a byte-order mark.</summary>
internal sealed class LineReader : IDisposable
{
    private const int LongestLine = 1 << 24;
    private readonly string path;
    private readonly FileStream file;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int filled;
    private bool ended;

    public LineReader(string path)
    {
        this.path = path;
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Fill();
        if (buffer.AsSpan(0, filled).StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            start = 3;
    }

    /// <summary>The number of the line read last, from one.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line read last has an end; the last line of a file cut short has none.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The next line, valid until the one after it is read; false at the end of the file.</summary>
    /// <exception cref="BadInputException">A line is longer than any table's.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var end = buffer.AsSpan(start + searched, filled - start - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = buffer.AsSpan(start, searched + end).TrimEnd((byte)'\r');
                start += searched + end + 1;
                (Number, IsWhole) = (Number + 1, true);
                return true;
            }

            searched = filled - start;
            if (ended)
            {
                line = buffer.AsSpan(start, searched).TrimEnd((byte)'\r');
                (start, IsWhole) = (filled, false);
                Number += searched > 0 ? 1 : 0;
                return searched > 0;
            }

            if (searched > LongestLine)
                throw new BadInputException(path,
                    $"line {Number + 1} is longer than {LongestLine} characters; this is not a table of numbers");
            Fill();
        }
    }

    public void Dispose() => file.Dispose();

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (start, filled) = (0, filled - start);
        }

        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var got = file.Read(buffer, filled, buffer.Length - filled);
        filled += got;
        ended = got == 0;
    }
}

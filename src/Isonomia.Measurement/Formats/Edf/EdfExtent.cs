using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>How many data records a file holds, and whether that agrees with its header.</summary>
internal static class EdfExtent
{
    private const int Sample = 1 << 20;

    /// <summary>
    /// The number of whole data records. A file shorter than its header says, as a recorder leaves it that lost power,
    /// gives fewer, with a warning; one that is longer is refused unless what follows is padding.
    /// </summary>
    public static long Records(string path, EdfHeader header, long length, BlockFile file, List<string> warnings)
    {
        var data = length - header.Bytes;
        var beginning = Census(header, file, 0, Math.Min(data, Sample));
        if (beginning.IsProven)
            throw beginning.Complaint(path, header.Bytes, "");

        var (held, rest) = Math.DivRem(data, header.RecordBytes);
        var stated = header.Records;
        if (stated <= 0 && held > 0)
        {
            warnings.Add($"the header does not say how many data records there are; the file holds {held}");
            if (rest > 0)
            {
                warnings.Add(
                    $"the last data record is cut short and was left out: it has {rest} of {header.RecordBytes} bytes");
            }

            return held;
        }

        if (held == 0)
        {
            throw new BadInputException(path, stated == 0 && data == 0
                ? "the file holds no data records"
                : $"the file is cut short: not one data record of {header.RecordBytes} bytes is complete; after the "
                    + $"header there are {data} bytes");
        }

        if (stated > held)
        {
            var missing = (Int128)stated * header.RecordBytes - data;
            warnings.Add($"the file is cut short: it holds {held} of {stated} data records; missing at the end: "
                + $"{stated - held} records, {(stated - held) * header.RecordDuration:0.######} s, {missing} bytes");
            return held;
        }

        var surplus = data - stated * header.RecordBytes;
        if (surplus > 0)
            ExplainSurplus(path, header, file, stated, surplus, warnings);
        return stated;
    }

    /// <summary>Looks for damaged line endings in data from a byte on, until a lone line feed acquits them.</summary>
    public static LineEndingDamage Census(EdfHeader header, BlockFile file, long from, long count)
    {
        var damage = new LineEndingDamage(header.SampleBytes);
        var buffer = new byte[(int)Math.Min(count, Sample)];
        for (var done = 0L; done < count;)
        {
            // The usual case is settled by the first page.
            var size = (int)Math.Min(count - done, done == 0 ? 4096 : Sample);
            file.Read(0, from + done, buffer.AsSpan(0, size));
            if (!damage.Look(buffer.AsSpan(0, size)))
                break;
            done += size;
        }

        return damage;
    }

    private static void ExplainSurplus(
        string path, EdfHeader header, BlockFile file, long records, long surplus, List<string> warnings)
    {
        var all = Census(header, file, 0, records * header.RecordBytes + surplus);
        if (all.IsPossible && all.Pairs == surplus)
            throw all.Complaint(path, header.Bytes, $"it is {surplus} bytes longer than its header says, and ");

        var buffer = new byte[(int)Math.Min(surplus, Sample)];
        for (var done = 0L; done < surplus; done += buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, surplus - done));
            file.Read(records, done, part);
            if (part.IndexOfAnyExcept((byte)0, (byte)0x1A, (byte)' ') >= 0)
            {
                throw new BadInputException(path, $"the file and its header disagree: {records} data records of "
                    + $"{header.RecordBytes} bytes are stated, but {surplus} bytes more follow them. Either bytes were "
                    + "inserted on the way here (get the original again, as binary) or the number of records, bytes "
                    + "236 to 243, is wrong (-1 there means: as many as the file holds)");
            }
        }

        warnings.Add($"{surplus} bytes of padding after the last data record were ignored");
    }
}

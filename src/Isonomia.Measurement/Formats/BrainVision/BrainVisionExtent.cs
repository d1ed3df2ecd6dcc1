using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>How many points a binary data file holds, and whether that agrees with its header.</summary>
internal static class BrainVisionExtent
{
    /// <summary>
    /// The number of whole points. A multiplexed file cut short gives fewer, with a warning; in a vectorised one, whole
    /// channels would be missing, so it is refused, as is a file longer than its header says.
    /// </summary>
    public static long Points(
        string path, BrainVisionHeader header, int sampleBytes, long length, List<string> warnings)
    {
        var point = (long)header.Channels.Count * sampleBytes;
        var (held, rest) = Math.DivRem(length, point);
        if (held == 0)
        {
            throw new BadInputException(
                path, $"the data file has {length} bytes, and one point of all channels takes {point}");
        }

        var stated = header.Points ?? held;
        if (!header.IsMultiplexed && (held != stated || rest > 0))
        {
            throw new BadInputException(path, $"the data file has {length} bytes, but {header.Channels.Count} channels "
                + $"of {stated} points, one after another (VECTORIZED), take {stated * point}: it is cut short, or the "
                + "header is not its own");
        }

        if (held > stated)
        {
            throw new BadInputException(path, "the data file and its header disagree: the header states "
                + $"{stated} points of {header.Channels.Count} channels, {stated * point} bytes, but the file has "
                + $"{length}");
        }

        if (held < stated)
        {
            warnings.Add($"the data file is cut short: it holds {held} of {stated} points; missing at the end: "
                + $"{(stated - held) / header.SamplingRate:0.######} s, {stated * point - length} bytes");
        }
        else if (rest > 0)
        {
            warnings.Add(
                $"the last point of the data file is incomplete and was left out: it has {rest} of {point} bytes");
        }

        return held;
    }
}

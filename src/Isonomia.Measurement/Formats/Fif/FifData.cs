using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>
/// The data buffers of a FIF file in order. Where acquisition was suspended, the file says how many buffers were
/// skipped; these are gaps here, never zeros.
/// </summary>
internal sealed class FifData
{
    private readonly List<FifBuffer> buffers = [];
    private readonly List<Stretch> stretches = [];

    private FifData(long firstSample) => FirstSample = firstSample;

    public IReadOnlyList<FifBuffer> Buffers => buffers;

    public IReadOnlyList<Stretch> Stretches => stretches;

    /// <summary>The number of the first sample since acquisition began, which was before recording.</summary>
    public long FirstSample { get; private set; }

    /// <summary>How many samples are stored of each channel.</summary>
    public long Samples => buffers.Count == 0 ? 0 : buffers[^1].First + buffers[^1].Samples;

    /// <summary>Finds the buffers.</summary>
    /// <exception cref="BadInputException">There are none, or they cannot be read.</exception>
    public static FifData Of(IByteSource bytes, IReadOnlyList<FifTag> tags, int channels, double rate)
    {
        var raw = tags.Where(t =>
            t.Block is FifKind.InBlockRawData or FifKind.InBlockContinuousData or FifKind.InBlockShieldedData).ToList();
        var data = new FifData(FifInfo.First(raw, FifKind.FirstSample)?.Int(bytes) ?? 0);
        var (skipped, samples, elapsed, stretchFirst, stretchOnset) = (0L, 0L, 0L, 0L, 0L);
        foreach (var tag in raw)
        {
            if (tag.Kind == FifKind.DataSkip)
                skipped = Math.Max(0, tag.Int(bytes) ?? 0);
            if (tag.Kind != FifKind.DataBuffer)
                continue;
            var number = FifType.NumberOf(tag.Type) ?? throw new BadInputException(bytes.Path,
                $"a data buffer at byte {tag.Start} holds numbers of type {tag.Type}; 16- and 32-bit integers, "
                    + "single and double precision are read");
            var count = tag.Size / (channels * number.Size());
            if (count == 0)
                continue;
            if (skipped > 0 && samples == 0)
            {
                data.FirstSample += skipped * count;
            }
            else if (skipped > 0)
            {
                data.stretches.Add(new Stretch(stretchOnset / rate, (samples - stretchFirst) / rate));
                elapsed += skipped * count;
                (stretchFirst, stretchOnset) = (samples, elapsed);
            }

            skipped = 0;
            data.buffers.Add(new FifBuffer(samples, count,
                new NumberBlock(bytes, tag.Start, number, (long)count * channels, BigEndian: true)));
            samples += count;
            elapsed += count;
        }

        if (samples == 0)
        {
            throw new BadInputException(bytes.Path,
                "the FIF file holds no raw data; it may hold averages, epochs, or a "
                + "solution, which are not recordings");
        }

        if (samples > int.MaxValue)
            throw new BadInputException(bytes.Path,
                $"{samples} samples a channel are more than can be handled; split the file");
        data.stretches.Add(new Stretch(stretchOnset / rate, (samples - stretchFirst) / rate));
        return data;
    }
}

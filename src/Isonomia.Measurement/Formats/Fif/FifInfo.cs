using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>The measurement information of a FIF file.</summary>
internal sealed class FifInfo
{
    private const int MostChannels = 1 << 16;
    private const int FromDevice = 1;
    private const int ToHead = 4;
    private double[]? deviceToHead;

    private FifInfo(List<FifChannel> channels, double samplingRate) =>
        (Channels, SamplingRate) = (channels, samplingRate);

    public List<FifChannel> Channels { get; private set; }

    public double SamplingRate { get; }

    public double? HighPass { get; private set; }

    public double? LowPass { get; private set; }

    /// <summary>When the measurement began, in UTC.</summary>
    public DateTime? Date { get; private set; }

    /// <summary>Reads the measurement information.</summary>
    /// <exception cref="BadInputException">Channels or sampling rate are missing or cannot be.</exception>
    public static FifInfo Of(IByteSource bytes, IReadOnlyList<FifTag> tags, List<string> warnings)
    {
        var inInfo = tags.Where(t => t.Block == FifKind.InBlockMeasurementInfo).ToList();
        var announced = First(inInfo, FifKind.Channels)?.Int(bytes)
            ?? throw new BadInputException(bytes.Path, "the FIF file holds no measurement information");
        var infos = inInfo.Where(t => t.Kind == FifKind.ChannelInfo && t.Size >= FifChannel.StructLength).ToList();
        if (announced is <= 0 or > MostChannels || infos.Count != announced)
        {
            throw new BadInputException(bytes.Path,
                $"the FIF file announces {announced} channels and describes {infos.Count}");
        }

        var rate = ArrayRate.Checked(bytes.Path, First(inInfo, FifKind.SamplingRate)?.Float(bytes) ?? 0,
            "the sampling rate that the FIF file states");
        var channels = infos.ConvertAll(t => FifChannel.Of(bytes.View(t.Start, FifChannel.StructLength)));
        if (channels.Find(c => !double.IsFinite(c.Gain)) is { } odd)
            throw new BadInputException(bytes.Path, $"the calibration of the channel {odd.Name} is not a number");
        var info = new FifInfo(channels, rate)
        {
            HighPass = Corner(First(inInfo, FifKind.HighPass)?.Float(bytes)),
            LowPass = Corner(First(inInfo, FifKind.LowPass)?.Float(bytes)),
            Date = DateOf(bytes, tags, inInfo),
            deviceToHead = inInfo.Where(t => t.Kind == FifKind.CoordinateTransform && t.Size >= 56)
                .Where(t => t.Int(bytes) == FromDevice && t.Int(bytes, 1) == ToHead)
                .Select(t => Enumerable.Range(2, 12).Select(i => (double)t.Float(bytes, i)!.Value).ToArray())
                .FirstOrDefault(),
        };
        var names = tags.Where(t => t.Block == FifKind.InBlockChannelInfo && t.Kind == FifKind.ChannelName);
        info.Lengthen([.. names.Select(t => t.Text(bytes))]);
        info.Remark(bytes, tags, warnings);
        return info;
    }

    /// <summary>Where a channel's sensor sits in the head.</summary>
    public Position? PositionOf(FifChannel channel)
    {
        if (!channel.IsMeg || channel.Place is not { } p)
            return channel.Place;
        return deviceToHead is { } m
            ? new Position(
                (m[0] * p.X) + (m[1] * p.Y) + (m[2] * p.Z) + m[9],
                (m[3] * p.X) + (m[4] * p.Y) + (m[5] * p.Z) + m[10],
                (m[6] * p.X) + (m[7] * p.Y) + (m[8] * p.Z) + m[11])
            : null;
    }

    private static double? Corner(float? hertz) => hertz is > 0 and < float.PositiveInfinity ? hertz : null;

    /// <summary>
    /// The date stated, else the one in the measurement's identifier (version, two of machine, two of time).
    /// </summary>
    private static DateTime? DateOf(IByteSource bytes, IReadOnlyList<FifTag> tags, List<FifTag> inInfo)
    {
        if (First(inInfo, FifKind.Date) is { } date)
            return Utc(date.Int(bytes), date.Int(bytes, 1));
        return First([.. tags.Where(t => t.Block == FifKind.InBlockMeasurement)], FifKind.BlockId) is { } id
            ? Utc(id.Int(bytes, 3), id.Int(bytes, 4))
            : null;
    }

    public static DateTime? Utc(double? seconds, double? microseconds) =>
        seconds is { } s and > 0 and < 1e11 && microseconds is { } us and >= 0 and < 1e6
            ? DateTime.UnixEpoch.AddSeconds(s).AddTicks((long)(us * TimeSpan.TicksPerMicrosecond))
            : null;

    public static FifTag? First(List<FifTag> tags, int kind) =>
        tags.FindIndex(t => t.Kind == kind) is >= 0 and var i ? tags[i] : null;

    /// <summary>
    /// The structure holds fifteen characters of a name; longer ones follow apart, in the same order.
    /// </summary>
    private void Lengthen(List<string> names)
    {
        if (names.Count == Channels.Count)
            Channels = [.. Channels.Zip(names, (c, n) => c with { Name = n })];
    }

    private void Remark(IByteSource bytes, IReadOnlyList<FifTag> tags, List<string> warnings)
    {
        foreach (var bad in tags.Where(t => t.Block == FifKind.InBlockBadChannels && t.Kind == FifKind.ChannelNameList))
            warnings.Add("marked bad in the file: " + bad.Text(bytes).Replace(":", ", "));

        // Writers that set it, and readers, take calibrated numbers for plain SI units all the same.
        if (Channels.Find(c => c.UnitExponent != 0) is { } scaled)
        {
            warnings.Add($"the file states a unit of 10^{scaled.UnitExponent} for {scaled.Name} among others; it was "
                + "not applied, as no reader of the format does: check the amplitudes");
        }
    }
}

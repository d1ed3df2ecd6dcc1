using System.Runtime.InteropServices;
using System.Text;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Files;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>Writes recordings as BrainVision files of 32-bit floating-point numbers.</summary>
public static class BrainVisionWriter
{
    private const int BlockBytes = 4 << 20;

    /// <summary>
    /// Writes a header (<paramref name="path"/>, .vhdr) and beside it, under the same name, the data (.eeg) and the
    /// markers (.vmrk). Each file appears whole or not at all, the header last.
    /// </summary>
    /// <remarks>
    /// Samples that are 32-bit floating-point numbers return unchanged, others rounded to such. Events return with
    /// their descriptions, their onsets and durations rounded to samples. Stretches begin with a New Segment marker,
    /// dated where the recording's start is known: without it their boundaries are kept, but not the length of the
    /// gaps. Positions are kept; acquisition filters have no place in the format.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The extension is not .vhdr, there are no channels, or they have different sampling rates or lengths.
    /// </exception>
    public static void Write(string path, Recording recording)
    {
        if (!string.Equals(Path.GetExtension(path), ".vhdr", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("the name of a BrainVision header ends in .vhdr", nameof(path));
        if (recording.Channels.DistinctBy(c => (c.SamplingRate, c.Samples)).Count() != 1)
        {
            throw new ArgumentException(
                "BrainVision files hold channels of one sampling rate and length", nameof(recording));
        }

        var stem = Path.GetFileNameWithoutExtension(path);
        using var data = new AtomicFile(Path.ChangeExtension(path, ".eeg"));
        using var markers = new AtomicFile(Path.ChangeExtension(path, ".vmrk"));
        using var header = new AtomicFile(path);
        Samples(data.Stream, recording);
        markers.Stream.Write(Encoding.UTF8.GetBytes(Markers(recording, stem)));
        header.Stream.Write(Encoding.UTF8.GetBytes(Header(recording, stem)));
        data.Commit();
        markers.Commit();
        header.Commit();
    }

    private static void Samples(Stream file, Recording recording)
    {
        var channels = recording.Channels.Count;
        var points = Math.Max(1, BlockBytes / (4 * channels));
        var block = new float[points * channels];
        var samples = new double[points];
        for (var first = 0L; first < recording.Channels[0].Samples; first += points)
        {
            var part = samples.AsSpan(0, (int)Math.Min(points, recording.Channels[0].Samples - first));
            for (var c = 0; c < channels; c++)
            {
                recording.Read(c, first, part);
                for (var i = 0; i < part.Length; i++)
                    block[i * channels + c] = (float)part[i];
            }

            var bytes = MemoryMarshal.AsBytes(block.AsSpan(0, part.Length * channels));
            if (!BitConverter.IsLittleEndian)
            {
                var words = MemoryMarshal.Cast<byte, int>(bytes);
                System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(words, words);
            }

            file.Write(bytes);
        }
    }

    private static string Header(Recording recording, string stem)
    {
        var channels = recording.Channels;
        var text = new StringBuilder($"""
            Brain Vision Data Exchange Header File Version 1.0
            ; Written by Isonomia

            [Common Infos]
            Codepage=UTF-8
            DataFile={stem}.eeg
            MarkerFile={stem}.vmrk
            DataFormat=BINARY
            DataOrientation=MULTIPLEXED
            DataType=TIMEDOMAIN
            NumberOfChannels={channels.Count}
            DataPoints={channels[0].Samples}
            SamplingInterval={1e6 / channels[0].SamplingRate:R}

            [Binary Infos]
            BinaryFormat=IEEE_FLOAT_32

            [Channel Infos]

            """);
        foreach (var (i, channel) in channels.Index())
        {
            var unit = channel.Unit.Length > 0 ? channel.Unit : "n/a";
            text.AppendLine($"Ch{i + 1}={Escaped(channel.Name)},,1,{Escaped(unit)}");
        }

        if (channels.Any(c => c.Position is not null))
        {
            text.AppendLine().AppendLine("[Coordinates]");
            foreach (var (i, channel) in channels.Index())
                text.AppendLine($"Ch{i + 1}={Spherical(channel.Position)}");
        }

        return Windows(text);
    }

    private static string Markers(Recording recording, string stem)
    {
        var text = new StringBuilder($"""
            Brain Vision Data Exchange Marker File Version 1.0

            [Common Infos]
            Codepage=UTF-8
            DataFile={stem}.eeg

            [Marker Infos]

            """);
        foreach (var (i, marker) in MarkerList.Of(recording).Index())
        {
            text.Append($"Mk{i + 1}={Escaped(marker.Type)},{Escaped(marker.Description)},")
                .Append($"{marker.Position + 1},{marker.Size},0");
            text.AppendLine(marker.Date is { } date ? $",{date:yyyyMMddHHmmssffffff}" : "");
        }

        return Windows(text);
    }

    /// <summary>
    /// Radius in millimetres, inclination and azimuth in degrees; the inclination is negative on the left.
    /// </summary>
    private static string Spherical(Position? position)
    {
        if (position is not { } p || p == default)
            return "0,0,0";
        var radius = Math.Sqrt(p.X * p.X + p.Y * p.Y + p.Z * p.Z);
        var sign = p.X < 0 ? -1 : 1;
        var theta = sign * Math.Acos(p.Z / radius) * 180 / Math.PI;
        var phi = Math.Atan2(sign * p.Y, sign * p.X) * 180 / Math.PI;
        return $"{radius * 1000:R},{theta:R},{phi:R}";
    }

    private static string Escaped(string text) => text.Replace("\r", "").Replace('\n', ' ').Replace(",", "\\1");

    private static string Windows(StringBuilder text) => text.Replace("\r\n", "\n").Replace("\n", "\r\n").ToString();
}

using System.Buffers.Binary;
using System.Text;

namespace Isonomia.Measurement.Tests.Formats.Xdf;

/// <summary>Writes XDF chunk by chunk, soundly or not.</summary>
internal sealed class XdfWriter
{
    private readonly List<byte> bytes = [.. "XDF:"u8];

    public XdfWriter() => Chunk(1, "<?xml version=\"1.0\"?><info><version>1.0</version></info>"u8.ToArray());

    public XdfWriter Stream(uint id, string name, string type, int channels, double rate, string format, string desc = "") =>
        Chunk(2, [.. Bytes(id), .. Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><info><name>{name}</name><type>{type}</type>"
            + $"<channel_count>{channels}</channel_count><nominal_srate>{rate}</nominal_srate>"
            + $"<channel_format>{format}</channel_format>{desc}</info>")]);

    /// <summary>Samples of floats; a time of NaN is left out.</summary>
    public XdfWriter Floats(uint id, params (double Time, float[] Values)[] samples) => Chunk(3,
    [
        .. Bytes(id), 4, .. Bytes((uint)samples.Length),
        .. samples.SelectMany(s => (byte[])[.. Stamp(s.Time), .. s.Values.SelectMany(BitConverter.GetBytes)]),
    ]);

    public XdfWriter Text(uint id, double time, string text) => Chunk(3,
        [.. Bytes(id), 1, 1, .. Stamp(time), 1, (byte)Encoding.UTF8.GetByteCount(text), .. Encoding.UTF8.GetBytes(text)]);

    public XdfWriter Offset(uint id, double time, double offset) =>
        Chunk(4, [.. Bytes(id), .. BitConverter.GetBytes(time), .. BitConverter.GetBytes(offset)]);

    public XdfWriter Footer(uint id, long samples) =>
        Chunk(6, [.. Bytes(id), .. Encoding.UTF8.GetBytes($"<info><sample_count>{samples}</sample_count></info>")]);

    public XdfWriter Chunk(ushort tag, byte[] content)
    {
        bytes.AddRange([4, .. Bytes((uint)(content.Length + 2)), (byte)tag, (byte)(tag >> 8), .. content]);
        return this;
    }

    public byte[] ToArray() => [.. bytes];

    private static byte[] Stamp(double time) => double.IsNaN(time) ? [0] : [8, .. BitConverter.GetBytes(time)];

    private static byte[] Bytes(uint value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(four, value);
        return four;
    }
}

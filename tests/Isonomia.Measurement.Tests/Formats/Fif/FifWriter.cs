using System.Buffers.Binary;
using System.Text;

namespace Isonomia.Measurement.Tests.Formats.Fif;

/// <summary>Writes FIF files tag by tag, as the format's description says, for tests to read.</summary>
internal sealed class FifWriter
{
    public const int Int = 3;
    public const int Float = 4;
    public const int Double = 5;
    public const int Text = 10;

    private readonly List<byte> file = [];

    public FifWriter() => Tag(100, 31, new byte[20]).Tag(101, Int, Ints(-1));

    public FifWriter Tag(int kind, int type, byte[] data)
    {
        file.AddRange([.. Ints(kind, type, data.Length, 0), .. data]);
        return this;
    }

    public FifWriter Begin(int block) => Tag(104, Int, Ints(block));

    public FifWriter End(int block) => Tag(105, Int, Ints(block));

    /// <summary>
    /// The measurement information: an EEG channel at (1, 2, 3) cm, a magnetometer, a gradiometer, a trigger.
    /// </summary>
    public FifWriter Info(float rate = 100, int announced = 4, float calibration = 2e-6f) => Begin(100)
        .Begin(101)
        .Tag(200, Int, Ints(announced)).Tag(201, Float, Floats(rate))
        .Tag(219, Float, Floats(40)).Tag(223, Float, Floats(0.1f))
        .Tag(204, Int, Ints(1_600_000_000, 500_000))
        .Tag(222, 35, [.. Ints(1, 4), .. Floats(0, -1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0.04f)])
        .Channel("Cz", 2, 107, 0.5f, calibration, 0.01f, 0.02f, 0.03f)
        .Channel("MEG0111", 1, 112, 1, 1e-15f, 0.1f, 0, 0)
        .Channel("MEG0112", 1, 201, 1, 1e-13f, 0.1f, 0, 0)
        .Channel("STI101", 3, 107, 1, 1, 0, 0, 0)
        .Begin(359).Tag(3507, Text, Encoding.ASCII.GetBytes("Cz:MEG0111")).End(359)
        .End(101);

    public FifWriter Channel(string name, int kind, int unit, float range, float calibration, params float[] place)
    {
        var text = new byte[16];
        Encoding.ASCII.GetBytes(name).CopyTo(text, 0);
        return Tag(203, 30,
        [
            .. Ints(1, 1, kind), .. Floats(range, calibration), .. Ints(0),
            .. Floats([.. place, .. new float[12 - place.Length]]), .. Ints(unit, 0), .. text,
        ]);
    }

    public byte[] ToArray() => [.. file];

    public static byte[] Ints(params int[] values) =>
        Each(values, 4, (v, b) => BinaryPrimitives.WriteInt32BigEndian(b, v));

    public static byte[] Shorts(params int[] values) =>
        Each(values, 2, (v, b) => BinaryPrimitives.WriteInt16BigEndian(b, (short)v));

    public static byte[] Floats(params float[] values) =>
        Each(values, 4, (v, b) => BinaryPrimitives.WriteSingleBigEndian(b, v));

    public static byte[] Doubles(params double[] values) =>
        Each(values, 8, (v, b) => BinaryPrimitives.WriteDoubleBigEndian(b, v));

    private static byte[] Each<T>(T[] values, int size, Action<T, byte[]> write)
    {
        var all = new byte[size * values.Length];
        var one = new byte[size];
        for (var i = 0; i < values.Length; i++)
        {
            write(values[i], one);
            one.CopyTo(all, i * size);
        }

        return all;
    }
}

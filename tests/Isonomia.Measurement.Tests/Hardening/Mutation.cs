using System.Buffers.Binary;
using System.Text;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Hardening;

/// <summary>What is done to a file in one case: one to three damages, drawn by the case's number alone.</summary>
internal static class Mutation
{
    private const int SmallFile = 1 << 19;

    private static readonly long[] Extremes =
        [0, 1, -1, 2, 7, 8, 127, 128, 255, 256, 32_767, 65_535, 65_536, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, 1L << 40];

    private static readonly string[] Nonsense =
    [
        "0", "-1", "99999999", "-9999999", "1e300", "1e-300", "NaN", "Infinity", "-", "+", ".", "0x10", "\0\0\0\0", "abc", "\n", "\t", ",",
        "\"", "<", "1,2,3", "2147483648", "9223372036854775808", "=", "\r\n\r\n", "../../x", "(", "{", "é",
    ];

    /// <summary>Damages the file, and says how.</summary>
    /// <param name="file">The file, whole.</param>
    /// <param name="stream">Where chance comes from.</param>
    /// <param name="isCutOnly">Whether all that was done is that its end was cut off.</param>
    public static string Apply(MutableFile file, RandomStream stream, out bool isCutOnly)
    {
        var times = 1 + stream.Below(3);
        var done = new StringBuilder();
        isCutOnly = false;
        for (var i = 0; i < times; i++)
        {
            var at = Place(file.Length, stream);
            switch (stream.Below(9))
            {
                case 0 when i == 0 && file.Length > 1:
                    var cut = 1 + stream.Below(file.Length - 1);
                    file.CutTo(cut);
                    isCutOnly = true;
                    return $"cut to {cut} bytes";
                case 1 when i == 0 && file.Length < SmallFile:
                    var (put, left) = (new byte[stream.Below(40)], stream.Below(40));
                    file.Shift(at, put, left);
                    return $"{left} bytes left out at {at}, {put.Length} zeros put in";
                case 2:
                    var value = Extremes[stream.Below(Extremes.Length)];
                    var (width, isBig) = (1 << stream.Below(4), stream.Below(2) == 0);
                    var number = new byte[8];
                    if (isBig)
                        BinaryPrimitives.WriteInt64BigEndian(number, value);
                    else
                        BinaryPrimitives.WriteInt64LittleEndian(number, value);
                    file.Write(at & ~(width - 1), isBig ? number.AsSpan(8 - width) : number.AsSpan(0, width));
                    done.Append($"{value} in {width} bytes at {at & ~(width - 1)}; ");
                    break;
                case 3 or 4:
                    var text = Nonsense[stream.Below(Nonsense.Length)].PadRight(stream.Below(2) * 8);
                    file.Write(at, Encoding.UTF8.GetBytes(text));
                    done.Append($"'{text}' at {at}; ");
                    break;
                case 5:
                    var (from, length) = (stream.Below(file.Length), 1 + stream.Below(64));
                    file.Write(at, file.Sound.Slice(from, Math.Min(length, file.Length - from)));
                    done.Append($"{length} bytes of {from} at {at}; ");
                    break;
                case 6:
                    var run = new byte[1 + stream.Below(256)];
                    Array.Fill(run, (byte)(stream.Below(2) * 255));
                    file.Write(at, run);
                    done.Append($"{run.Length} times {run[0]} at {at}; ");
                    break;
                default:
                    var one = (byte)stream.Below(256);
                    file.Write(at, [one]);
                    done.Append($"{one} at {at}; ");
                    break;
            }
        }

        return done.ToString();
    }

    // What describes the samples mostly stands at the beginning, or at the end.
    private static int Place(int length, RandomStream stream) => stream.Below(6) switch
    {
        0 or 1 => stream.Below(Math.Min(length, 512)),
        2 => stream.Below(Math.Min(length, 8192)),
        3 => length - 1 - stream.Below(Math.Min(length, 4096)),
        _ => stream.Below(length),
    };
}

using System.Buffers.Binary;
using System.Text;
using Isonomia.Measurement.Formats.Bytes;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>
/// A tag of a FIF file: sixteen bytes that say what follows and how long it is, then the data, big-endian.
/// </summary>
/// <param name="Kind">What it is: see <see cref="FifKind"/>.</param>
/// <param name="Type">How the data are stored: see <see cref="FifType"/>.</param>
/// <param name="Start">Where the data begin.</param>
/// <param name="Size">Bytes of data.</param>
/// <param name="Block">The kind of the innermost block it lies in; zero outside all.</param>
internal readonly record struct FifTag(int Kind, int Type, long Start, int Size, int Block)
{
    /// <summary>Bytes before the data: kind, type, size, next.</summary>
    public const int HeaderLength = 16;

    private const int LongestText = 1 << 24;

    /// <summary>The 32-bit integer at this place of the data, or null where the data are shorter.</summary>
    public int? Int(IByteSource bytes, int index = 0) => Size >= 4 * (index + 1)
        ? BinaryPrimitives.ReadInt32BigEndian(bytes.View(Start + (4 * index), 4))
        : null;

    /// <summary>The single-precision number at this place of the data, or null where the data are shorter.</summary>
    public float? Float(IByteSource bytes, int index = 0) => Size >= 4 * (index + 1)
        ? BinaryPrimitives.ReadSingleBigEndian(bytes.View(Start + (4 * index), 4))
        : null;

    /// <summary>The numbers, single or double precision by the tag's type.</summary>
    public double[] Numbers(IByteSource bytes)
    {
        var isDouble = Type == FifType.Double;
        var numbers = new double[Size / (isDouble ? 8 : 4)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = isDouble
                ? BinaryPrimitives.ReadDoubleBigEndian(bytes.View(Start + (8 * i), 8))
                : BinaryPrimitives.ReadSingleBigEndian(bytes.View(Start + (4 * i), 4));
        }

        return numbers;
    }

    /// <summary>The text.</summary>
    public string Text(IByteSource bytes) =>
        Encoding.UTF8.GetString(bytes.View(Start, Math.Min(Size, LongestText))).TrimEnd('\0').Trim();
}

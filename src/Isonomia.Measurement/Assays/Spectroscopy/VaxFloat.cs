namespace Isonomia.Measurement.Assays.Spectroscopy;

/// <summary>Single precision as VAX computers wrote it (F_floating), as Philips scanners still do.</summary>
public static class VaxFloat
{
    /// <summary>
    /// The number in four bytes: 16-bit words with the more significant first, each little-endian; sign, 8 bits of
    /// exponent in excess 128, 23 of fraction below a hidden 0.1. NaN for the reserved operand (sign without exponent).
    /// </summary>
    /// <exception cref="ArgumentException">There are not four bytes.</exception>
    public static double Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 4)
            throw new ArgumentException($"four bytes make a number; there are {bytes.Length}", nameof(bytes));
        var bits = ((uint)bytes[1] << 24) | ((uint)bytes[0] << 16) | ((uint)bytes[3] << 8) | bytes[2];
        var (negative, exponent, fraction) = (bits >> 31 == 1, (int)(bits >> 23) & 0xFF, bits & 0x7FFFFF);
        if (exponent == 0)
            return negative ? double.NaN : 0;
        var size = Math.ScaleB((double)(0x800000 | fraction), exponent - 128 - 24);
        return negative ? -size : size;
    }
}

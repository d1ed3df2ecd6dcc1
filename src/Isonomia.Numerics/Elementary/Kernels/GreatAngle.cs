namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// Remainders of great angles by as many bits of 2/pi as matter (Payne and Hanek, ACM SIGNUM Newsletter 18:19, 1983):
/// those that make whole multiples of four quarter turns are left out above, and 192 are kept, 130 of them below the
/// greatest bit a double's remainder can begin with. About 20 ns.
/// </summary>
internal static class GreatAngle
{
    /// <summary>2/pi from 2^63, its point after the first word.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
        0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4,
        0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
    ];

    /// <summary>x - n pi/2 as a sum of two, at most pi/4 in size, and n but for multiples of four.</summary>
    /// <param name="x">An angle above 2^-8 in size; of what is not finite the remainder is NaN.</param>
    /// <param name="low">What is left of the remainder.</param>
    /// <param name="quadrant">n.</param>
    public static double Reduce(double x, out double low, out int quadrant)
    {
        (low, quadrant) = (0, 0);
        if (!double.IsFinite(x))
            return double.NaN;
        var bits = BitConverter.DoubleToUInt64Bits(x);
        var whole = (bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;

        // x = whole 2^e; the bit of 2/pi worth 2^(1 - e) is the first whose product counts.
        var e = (int)((bits >> 52) & 0x7FF) - 1075;
        var from = 64 + e - 2;
        var (word, shift) = (from >> 6, from & 63);
        var product = (UInt128)whole * Word(word, shift) << 64;
        product += (UInt128)whole * Word(word + 1, shift);
        var third = (UInt128)whole * Word(word + 2, shift);
        product += third >> 64;

        // Quarter turns are now worth 2^126; what is past the nearest whole one is signed.
        quadrant = (int)(product >> 126);
        var fraction = (Int128)((product << 2) | (((ulong)third) >> 62));
        if (fraction < 0)
            quadrant++;
        var high = (double)fraction;
        var rest = (double)(fraction - (Int128)high);
        const double Turn = 1.5707963267948966, TurnLow = 6.123233995736766e-17;
        const double Unit = 1 / 340282366920938463463374607431768211456.0;
        var scale = x < 0 ? -Unit : Unit;
        high *= scale;
        var r = high * Turn;
        low = Math.FusedMultiplyAdd(high, Turn, -r)
            + Math.FusedMultiplyAdd(high, TurnLow, rest * scale * Turn);
        if (x < 0)
            quadrant = -quadrant;
        return r;
    }

    /// <summary>64 bits from the shift of one word into the next.</summary>
    private static ulong Word(int word, int shift) =>
        shift == 0 ? TwoOverPi[word] : (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> (64 - shift));
}

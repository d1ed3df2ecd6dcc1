namespace Isonomia.Numerics.Random;

/// <summary>
/// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC'11 (doi:10.1145/2063384.2063405): a bijection of the 128-bit counter for every 64-bit key,
/// with no state, so that any draw can be had at once and in any order.
/// </summary>
public static class Philox4x32
{
    internal const uint M0 = 0xD2511F53, M1 = 0xCD9E8D57;
    internal const uint W0 = 0x9E3779B9, W1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The block of random bits that belongs to a key and a counter.</summary>
    /// <param name="key0">Low word of the key.</param>
    /// <param name="key1">High word of the key.</param>
    /// <param name="c0">First (lowest) word of the counter.</param>
    /// <param name="c1">Second word of the counter.</param>
    /// <param name="c2">Third word of the counter.</param>
    /// <param name="c3">Fourth word of the counter.</param>
    public static PhiloxBlock Block(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var p0 = (ulong)M0 * c0;
            var p1 = (ulong)M1 * c2;
            c0 = (uint)(p1 >> 32) ^ c1 ^ key0;
            c2 = (uint)(p0 >> 32) ^ c3 ^ key1;
            c1 = (uint)p1;
            c3 = (uint)p0;
            key0 = unchecked(key0 + W0);
            key1 = unchecked(key1 + W1);
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }
}

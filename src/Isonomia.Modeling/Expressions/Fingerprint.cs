using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions;

/// <summary>
/// A 128-bit fingerprint of a sequence of words: two lanes of 64 bits, each a chain of full-avalanche bijections with
/// constants of its own (the finalisers of SplitMix64 and of MurmurHash3), so that sequences that differ in one word
/// never agree, and others agree by chance only. Not a UInt128: methods that see one are not compiled ahead of time,
/// which cost everything that reads expressions its quick start.
/// </summary>
internal struct Fingerprint()
{
    private ulong a = 0x9E3779B97F4A7C15ul;
    private ulong b = 0xC2B2AE3D27D4EB4Ful;

    public readonly int Hash => (int)b;

    public readonly bool Is(Fingerprint other) => a == other.a && b == other.b;

    public void Add(ulong word)
    {
        unchecked
        {
            a = (a ^ word) + 0x9E3779B97F4A7C15ul;
            a = (a ^ a >> 30) * 0xBF58476D1CE4E5B9ul;
            a = (a ^ a >> 27) * 0x94D049BB133111EBul;
            a ^= a >> 31;
            b = b * 5 + word;
            b = (b ^ b >> 33) * 0xFF51AFD7ED558CCDul;
            b = (b ^ b >> 33) * 0xC4CEB9FE1A85EC53ul;
            b ^= b >> 33;
        }
    }

    public void Add(Fingerprint other)
    {
        Add(other.b);
        Add(other.a);
    }

    public void Add(string text)
    {
        foreach (var character in text)
            Add(character);
    }

    public void Add(Dimension dimension)
    {
        if (dimension.IsNone)
        {
            Add(0ul);
            return;
        }

        for (var i = 0; i < 7; i++)
            Add(BitConverter.DoubleToUInt64Bits(dimension.Exponent(i)));
    }
}

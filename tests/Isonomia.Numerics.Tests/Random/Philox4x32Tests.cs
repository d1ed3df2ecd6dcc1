using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Tests.Random;

public class Philox4x32Tests
{
    // Reference: known-answer vectors of Random123 (Salmon et al. 2011), philox4x32, 10 rounds.
    [Fact]
    public void Zero_key_and_counter_give_the_published_block() =>
        Assert.Equal(
            new PhiloxBlock(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8), Philox4x32.Block(0, 0, 0, 0, 0, 0));

    [Fact]
    public void All_ones_give_the_published_block()
    {
        const uint ones = uint.MaxValue;
        Assert.Equal(
            new PhiloxBlock(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd),
            Philox4x32.Block(ones, ones, ones, ones, ones, ones));
    }

    [Fact]
    public void Digits_of_pi_give_the_published_block() =>
        Assert.Equal(
            new PhiloxBlock(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1),
            Philox4x32.Block(0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344));

    [Fact]
    public void Flipping_one_bit_of_the_counter_flips_half_the_bits_of_the_block()
    {
        // Reference: an ideal mixer flips each of 128 bits with probability 1/2: mean 64, sd of the mean over
        // 128 flips x 40 counters 0.079; 5 sd allowed.
        double flipped = 0;
        for (uint c = 0; c < 40; c++)
        {
            var plain = Philox4x32.Block(1, 2, c, 0, 0, 0);
            for (var bit = 0; bit < 128; bit++)
            {
                var w = new uint[4];
                w[bit / 32] = 1u << (bit % 32);
                var other = Philox4x32.Block(1, 2, c ^ w[0], w[1], w[2], w[3]);
                flipped += ulong.PopCount(plain.Low ^ other.Low) + ulong.PopCount(plain.High ^ other.High);
            }
        }

        Assert.Equal(64, flipped / (40 * 128), 0.4);
    }
}

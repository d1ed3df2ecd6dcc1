using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Spectra;

public class FastLengthTests
{
    [Fact]
    public void The_next_fast_length_is_the_next_number_free_of_primes_above_five()
    {
        var expected = 4000;
        for (var n = 4000; n >= 1; n--)
        {
            if (IsRegular(n))
                expected = n;
            Assert.Equal(expected, FastLength.Next(n));
        }
    }

    [Theory]
    [InlineData(30248, 30375)] // 3^5 5^3; with factors 7 and 11 it would be 30250
    [InlineData(894630, 900000)]
    [InlineData(1 << 22, 1 << 22)]
    public void Lengths_of_real_recordings_are_padded_as_mne_pads_them(int n, int expected) =>
        Assert.Equal(expected, FastLength.Next(n));

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void A_length_that_cannot_be_padded_is_refused(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FastLength.Next(n));

    private static bool IsRegular(int n)
    {
        foreach (var p in (int[])[2, 3, 5])
        {
            while (n % p == 0)
                n /= p;
        }

        return n == 1;
    }
}

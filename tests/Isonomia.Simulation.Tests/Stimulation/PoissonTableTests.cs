using System.Numerics;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Stimulation;

namespace Isonomia.Simulation.Tests.Stimulation;

public class PoissonTableTests
{
    // ln 2 puts a boundary at 1/2, where sums from below and from above meet.
    public static TheoryData<double> Means => [1e-9, 0.01, 0.3, Math.Log(2), 1.28, 1.678347, 9.7, 64, 99.9, 100];

    [Theory]
    [MemberData(nameof(Means))]
    public void Boundaries_are_the_cumulative_probabilities_to_46_bits(double mean)
    {
        var table = new PoissonTable();
        table.Set(mean);
        var exact = Cumulative(mean, table.Boundaries.Length + 1);
        for (var k = 0; k < table.Boundaries.Length; k++)
            Assert.True(BigInteger.Abs(exact[k] - table.Boundaries[k]) <= 1 << 18, $"{k}");

        // What lies above the largest count is less than 2^-64, up to rounding.
        Assert.True((BigInteger.One << 64) - exact[table.LargestCount] <= 1);
        Assert.True((BigInteger.One << 64) - exact[table.LargestCount - 1] >= 1);
    }

    [Theory]
    [MemberData(nameof(Means))]
    public void A_count_is_the_number_of_boundaries_reached(double mean)
    {
        var table = new PoissonTable();
        table.Set(mean);
        var stream = new RandomStream(1, "count");
        var numbers = Enumerable.Range(0, 2000).Select(_ => stream.Bits()).Concat(new ulong[] { 0, 1, ulong.MaxValue })
            .Concat(table.Boundaries.ToArray()).Concat(table.Boundaries.ToArray().Select(static b => b - 1));
        foreach (var u in numbers)
            Assert.Equal(table.Boundaries.ToArray().Count(b => u >= b), table.Count(u));
    }

    [Fact]
    public void A_table_that_was_another_is_as_a_new_one()
    {
        PoissonTable changed = new(), made = new();
        foreach (var mean in new[] { 90, 0.5, 0, 3 })
            changed.Set(mean);
        made.Set(3);
        Assert.Equal(made.Boundaries, changed.Boundaries);
        Assert.Equal(made.Limits, changed.Limits);
        Assert.Equal(made.Base, changed.Base);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(double.NaN)]
    public void What_is_no_mean_or_too_large_is_refused(double mean) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonTable().Set(mean));

    // F(k) in units of 2^-64, in integers: the exponential series of the mean, whose terms are those of F.
    private static BigInteger[] Cumulative(double mean, int count)
    {
        const int scale = 400;
        var bits = BitConverter.DoubleToInt64Bits(mean);
        var mantissa = new BigInteger((bits & ((1L << 52) - 1)) | (1L << 52));
        var exponent = (int)(bits >> 52) - 1075;
        List<BigInteger> sums = [BigInteger.One << scale];
        var term = sums[0];
        for (var k = 1; !term.IsZero || k < count; k++)
        {
            term = (exponent >= 0 ? (term * mantissa) << exponent : (term * mantissa) >> -exponent) / k;
            sums.Add(sums[^1] + term);
        }

        return [.. sums.Take(count).Select(sum => (sum << 64) / sums[^1])];
    }
}

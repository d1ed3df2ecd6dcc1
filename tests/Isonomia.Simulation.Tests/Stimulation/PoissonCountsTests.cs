using Isonomia.Numerics.Random;
using Isonomia.Numerics.Tests.Random;
using Isonomia.Simulation.Stimulation;
using Isonomia.Simulation.Stimulation.Kernels;
using MathNet.Numerics.Distributions;

namespace Isonomia.Simulation.Tests.Stimulation;

public class PoissonCountsTests
{
    private const ulong Seed = 20;
    private const uint Purpose = 77;

    /// <summary>Rare, from a table of few and many limits, and by rejection.</summary>
    public static TheoryData<double> Means => [1e-4, 0.004, 0.06, 0.07, 0.5, 1.28, 3.4, 12, 61, 100, 140];

    [Theory]
    [MemberData(nameof(Means))]
    public void Counts_have_the_probabilities_of_the_Poisson_distribution(double mean)
    {
        var counts = Draw(mean, 20_000, 20);
        var most = (long)(mean + (8 * Math.Sqrt(mean)) + 8);
        var p = GoodnessOfFit.ChiSquareP(
            counts.Select(static c => (long)c), k => Poisson.PMF(mean, (int)k), 0, most);
        Assert.InRange(p, 0.005, 1);
    }

    [Theory]
    [MemberData(nameof(Means))]
    public void Counts_have_mean_and_variance_and_neighbours_are_independent(double mean)
    {
        var counts = Draw(mean, 100_000, 4);
        var n = counts.Length;
        var variance = counts.Average(c => (c - mean) * (c - mean));
        Assert.Equal(mean, counts.Average(), 5 * Math.Sqrt(mean / n));
        Assert.Equal(mean, variance, 5 * Math.Sqrt(((2 * mean * mean) + mean) / n));
        foreach (var lag in new[] { 1, 2, 4, 8, 1024, 100_000 })
        {
            var covariance = Enumerable.Range(0, n - lag).Average(i => (counts[i] - mean) * (counts[i + lag] - mean));
            Assert.Equal(0, covariance, 5 * mean / Math.Sqrt(n - lag));
        }
    }

    [Fact]
    public void The_tail_is_as_heavy_as_it_should_be()
    {
        // Above 9 at a mean of 1.28 lies a part of 1.3e-6: counts that the last 16-bit limit alone would never give.
        const double mean = 1.28;
        var counts = Draw(mean, 1 << 20, 16);
        foreach (var least in new[] { 8, 9, 10, 11 })
        {
            var expected = counts.Length * (1 - Poisson.CDF(mean, least - 1));
            var found = counts.Count(c => c >= least);
            Assert.InRange(found, expected - (5 * Math.Sqrt(expected)) - 1, expected + (5 * Math.Sqrt(expected)) + 1);
        }

        Assert.Contains(counts, static c => c >= 10);
    }

    [Theory]
    [MemberData(nameof(Means))]
    public void Whatever_range_of_cells_and_width_of_vectors_counts_are_those_of_the_plain_rule(double mean)
    {
        const int cells = 5000;
        const long step = (5L << 32) + 12;
        var counts = new PoissonCounts();
        counts.Set(mean);
        var plain = Plainly(mean, cells, step);
        foreach (var (first, length) in new[] { (0, cells), (0, 1), (17, 40), (1000, 100), (1023, 3001), (4999, 1) })
        {
            var sums = Enumerable.Range(0, length).ToArray();
            counts.AddTo(sums, -3, Seed, Purpose, step, first);
            for (var i = 0; i < length; i++)
                Assert.Equal(i - (3 * plain[first + i]), sums[i]);
        }
    }

    [Theory]
    [InlineData(1.28)]
    [InlineData(61)]
    public void Numbers_that_begin_as_a_boundary_does_are_decided_by_further_bits(double mean)
    {
        var table = new PoissonTable();
        table.Set(mean);
        const long step = 3;
        var bits = new CellBits(Seed, Purpose, step);
        var limits = table.Limits.ToArray();
        var ties = Enumerable.Range(0, 400_000).Where(cell => limits.Contains(Draw16(step, cell))).ToArray();
        var counts = new PoissonCounts();
        counts.Set(mean);
        var sums = new int[400_000];
        counts.AddTo(sums, 1, Seed, Purpose, step, 0);
        Assert.True(ties.Length > 20);
        Assert.All(ties, cell => Assert.Equal(
            PoissonKernel.Count(table, Draw16(step, cell), bits, cell), sums[cell]));
    }

    [Fact]
    public void Steps_seeds_and_purposes_give_numbers_of_their_own()
    {
        var counts = new PoissonCounts();
        counts.Set(2);
        int[] Of(ulong seed, uint purpose, long step)
        {
            var sums = new int[100];
            counts.AddTo(sums, 1, seed, purpose, step, 0);
            return sums;
        }

        var first = Of(1, 2, 3);
        Assert.Equal(first, Of(1, 2, 3));
        Assert.NotEqual(first, Of(2, 2, 3));
        Assert.NotEqual(first, Of(1, 3, 3));
        Assert.NotEqual(first, Of(1, 2, 4));
        Assert.NotEqual(first, Of(1, 2, 3 + (1L << 32)));
    }

    [Fact]
    public void A_mean_of_zero_adds_nothing_and_no_mean_is_refused()
    {
        var counts = new PoissonCounts();
        counts.Set(0.5);
        counts.Set(0);
        var sums = new int[10];
        counts.AddTo(sums, 1, Seed, Purpose, 0, 0);
        Assert.All(sums, static s => Assert.Equal(0, s));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Set(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Set(double.NaN));
    }

    private static RandomStream Stream(long step, long cell) =>
        new((long)Seed, new RandomPurpose(Purpose), (uint)step) { Position = ((step >> 32) << 33) + cell };

    private static ushort Draw16(long step, int cell) =>
        (ushort)(Stream(step, cell / 4).Bits() >> (16 * (cell % 4)));

    private static int[] Draw(double mean, int cells, int steps)
    {
        var counts = new PoissonCounts();
        counts.Set(mean);
        var all = new int[cells * steps];
        for (var step = 0; step < steps; step++)
            counts.AddTo(all.AsSpan(step * cells, cells), 1, Seed, Purpose, step, 0);
        return all;
    }

    private static int[] Plainly(double mean, int cells, long step)
    {
        var bits = new CellBits(Seed, Purpose, step);
        var table = new PoissonTable();
        var counts = new int[cells];
        if (mean > 100)
            return [.. counts.Select((_, cell) => (int)Stream(step, cell).Poisson(mean))];
        if (mean >= 1.0 / 16)
        {
            table.Set(mean);
            for (var cell = 0; cell < cells; cell++)
                counts[cell] = PoissonKernel.Count(table, Draw16(step, cell), bits, cell);
            return counts;
        }

        // Of each block's 256 words the first gives the number of events, each of the others six cells.
        table.Set(mean * 1024);
        for (var block = 0; block * 1024 < cells; block++)
        {
            var stream = Stream(step, block * 256);
            var words = Enumerable.Range(0, 256).Select(_ => stream.Bits()).ToArray();
            for (var e = 0; e < table.Count(words[0]); e++)
            {
                var cell = (block * 1024) + (int)((words[1 + (e / 6)] >> (10 * (e % 6))) & 1023);
                if (cell < cells)
                    counts[cell]++;
            }
        }

        return counts;
    }
}

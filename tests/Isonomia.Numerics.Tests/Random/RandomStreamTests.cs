using FsCheck;
using FsCheck.Fluent;
using Isonomia.Numerics.Random;
using MathNet.Numerics.Distributions;

namespace Isonomia.Numerics.Tests.Random;

public class RandomStreamTests
{
    private const int N = 100_000;

    [Fact]
    public void A_draw_is_the_documented_function_of_seed_purpose_entity_and_position()
    {
        // Reference: the counter layout of the documentation, evaluated by hand.
        RandomPurpose purpose = "noise";
        var stream = new RandomStream(0x0123456789ABCDEF, purpose, 77) { Position = (1L << 35) + 1 };
        var block = Philox4x32.Block(0x89ABCDEF, 0x01234567, 0, 4, purpose.Code, 77);
        Assert.Equal(block.High, stream.Bits());
    }

    [Fact]
    public void The_name_of_a_purpose_gives_the_same_code_for_ever() =>
        Assert.Equal(0x2B24D044u, RandomPurpose.Named("a").Code); // FNV-1a of bytes 61 00, worked by hand

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_every_machine_and_in_every_version()
    {
        // Reference: recorded when first made: whatever is random in a published result depends on them.
        var stream = new RandomStream(20260101, "contract", 7);
        Assert.Equal(0x1F8D328C04FF39BCUL, stream.Bits());
        Assert.Equal(0x3FB3D40BFC66C210L, BitConverter.DoubleToInt64Bits(stream.Uniform()));
        Assert.Equal(0x3FF71C2527FEA200L, BitConverter.DoubleToInt64Bits(stream.Normal()));
        Assert.Equal(0x3FD66D7E714B2336L, BitConverter.DoubleToInt64Bits(stream.Exponential()));
        Assert.Equal(979_504, stream.Below(1_000_000));
    }

    [Fact]
    public void Bulk_draws_equal_draws_one_by_one_bit_for_bit()
    {
        // Reference: the scalar path. Lengths and offsets around every vector width and chunk, carries included.
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>().Generator.Three().ToArbitrary(),
            t =>
            {
                var (a, b, c) = t;
                var length = Math.Abs(a % 70) + (b % 7 == 0 ? 1024 : 0);
                var start = Math.Abs((long)b) % 100 + (c % 3 == 0 ? (1L << 33) - 40 : 0);
                foreach (var kind in (int[])[0, 1, 2])
                {
                    var bulk = new RandomStream(c, "equality", 3) { Position = start };
                    var single = new RandomStream(c, "equality", 3) { Position = start };
                    var draws = new double[length];
                    if (kind == 0)
                        bulk.FillUniform(draws);
                    else if (kind == 1)
                        bulk.FillNormal(draws);
                    else
                        bulk.FillExponential(draws);
                    Func<double>[] next = [single.Uniform, single.Normal, single.Exponential];
                    Assert.All(draws, draw => Assert.Equal(next[kind](), draw));
                    Assert.Equal(single.Position, bulk.Position);
                }
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bulk_indices_equal_indices_one_by_one()
    {
        // Reference: the scalar path, at a count that rejects half of all words in 32 bits and a small one.
        foreach (var count in (int[])[1, 7, int.MaxValue])
        {
            var draws = new int[1000];
            new RandomStream(5, "indices") { Position = 3 }.FillBelow(draws, count);
            var single = new RandomStream(5, "indices") { Position = 3 };
            Assert.All(draws, d => Assert.Equal(single.Below(count), d));
        }
    }

    [Fact]
    public void Every_variate_takes_one_position_whatever_its_distribution()
    {
        var stream = new RandomStream(1, "position");
        Action[] draws =
        [
            () => stream.Uniform(), () => stream.UniformOpen(), () => stream.Normal(), () => stream.Exponential(),
            () => stream.Gamma(0.3), () => stream.Gamma(8), () => stream.Beta(0.5, 2), () => stream.Poisson(3),
            () => stream.Poisson(1e6), () => stream.Binomial(20, 0.2), () => stream.Binomial(1000, 0.7),
            () => stream.LogNormal(0, 1), () => stream.Below(10), () => stream.VonMises(0, 2),
        ];
        for (var i = 0; i < draws.Length; i++)
        {
            draws[i]();
            Assert.Equal(i + 1, stream.Position);
        }
    }

    [Fact]
    public void Streams_of_neighbouring_entities_purposes_and_seeds_do_not_resemble_each_other()
    {
        // Reference: independent normals correlate with sd 1/sqrt(n); 4 sd allowed.
        var first = Normals(new RandomStream(1, "a", 0));
        RandomStream[] others = [new(1, "a", 1), new(1, "b", 0), new(2, "a", 0), new(1, "a") { Position = 1 }];
        foreach (var other in others)
        {
            var second = Normals(other);
            var r = first.Zip(second, (x, y) => x * y).Sum() / N;
            Assert.InRange(r, -4 / Math.Sqrt(N), 4 / Math.Sqrt(N));
        }
    }

    [Fact]
    public void Uniform_normal_and_exponential_draws_follow_their_closed_forms()
    {
        // Reference: closed-form CDFs; Kolmogorov's statistic, 1 % level.
        var draws = new double[N];
        new RandomStream(11, "uniform").FillUniform(draws);
        Assert.InRange(GoodnessOfFit.Kolmogorov(draws, x => x), 0, 1.63);
        new RandomStream(11, "normal").FillNormal(draws);
        Assert.InRange(GoodnessOfFit.Kolmogorov(draws, x => Normal.CDF(0, 1, x)), 0, 1.63);
        new RandomStream(11, "exponential").FillExponential(draws);
        Assert.InRange(GoodnessOfFit.Kolmogorov(draws, x => -Math.Exp(-x) + 1), 0, 1.63);
        var stream = new RandomStream(11, "lognormal");
        Assert.InRange(
            GoodnessOfFit.Kolmogorov(Many(() => stream.LogNormal(1, 0.5)), x => LogNormal.CDF(1, 0.5, x)), 0, 1.63);
    }

    [Fact]
    public void Normals_have_the_four_moments_of_the_normal_distribution()
    {
        // Reference: 0, 1, 0, 3 with standard errors sqrt(1, 2, 6, 24)/sqrt(n) (n = 1e6); 4 of them allowed.
        var draws = new double[1_000_000];
        new RandomStream(3, "moments").FillNormal(draws);
        var n = (double)draws.Length;
        var mean = draws.Sum() / n;
        var m2 = draws.Sum(x => (x - mean) * (x - mean)) / n;
        var m3 = draws.Sum(x => Math.Pow(x - mean, 3)) / n;
        var m4 = draws.Sum(x => Math.Pow(x - mean, 4)) / n;
        Assert.Equal(0, mean, 4 / Math.Sqrt(n));
        Assert.Equal(1, m2, 4 * Math.Sqrt(2 / n));
        Assert.Equal(0, m3, 4 * Math.Sqrt(15 / n));
        Assert.Equal(3, m4, 4 * Math.Sqrt(96 / n));
    }

    [Fact]
    public void Uniforms_stay_inside_their_interval_at_the_extremes()
    {
        // Reference: the open uniform's cells are 2^-52 wide, so none of 1e6 draws may be 0 or 1.
        var stream = new RandomStream(1, "edges");
        for (var i = 0; i < 1_000_000; i++)
        {
            var u = stream.UniformOpen();
            Assert.True(u is > 0 and < 1);
        }
    }

    [Fact]
    public void A_stream_refuses_entities_and_positions_it_cannot_count()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, "x", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, "x", 1L << 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, "x") { Position = 1L << 48 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, "x").Below(0));
    }

    private static double[] Normals(RandomStream stream)
    {
        var draws = new double[N];
        stream.FillNormal(draws);
        return draws;
    }

    private static double[] Many(Func<double> draw) => [.. Enumerable.Range(0, N).Select(_ => draw())];
}

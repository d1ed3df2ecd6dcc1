using Isonomia.Measurement.Biomarkers.Complexity.Kernels;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Complexity;

/// <summary>
/// The kernels against the definitions written out plainly: counts, so equal. Lengths are chosen around the kernels'
/// words (64), rows (512) and blocks.
/// </summary>
public class ComplexityKernelTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(65, 1)]
    [InlineData(511, 2)]
    [InlineData(512, 2)]
    [InlineData(513, 3)]
    [InlineData(1021, 2)]
    [InlineData(1500, 2)]
    [InlineData(1500, 7)]
    [InlineData(700, 32)]
    public void Matching_templates_are_counted_as_by_comparing_every_pair(int count, int m)
    {
        foreach (var tolerance in (double[])[0, 0.2, 1, 10])
        {
            var x = Series(count, (17 * count) + m);
            Assert.Equal(PairsCompared(x, m, tolerance), TemplateMatches.Count(x, m, tolerance));
        }
    }

    [Fact]
    public void Everything_agrees_within_an_unbounded_tolerance()
    {
        var x = Series(600, 4);

        Assert.Equal((597 * 598 / 2, 597 * 598 / 2), TemplateMatches.Count(x, 2, double.PositiveInfinity));
    }

    [Fact]
    public void Equal_values_match_at_no_tolerance()
    {
        // Three levels only, as of a coarse converter: pairs agree exactly.
        var x = Series(600, 3).Select(v => Math.Clamp(Math.Round(v), -1, 1)).ToArray();

        Assert.Equal(PairsCompared(x, 2, 0), TemplateMatches.Count(x, 2, 0));
        Assert.True(TemplateMatches.Count(x, 2, 0).Longer > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(512)]
    [InlineData(1300)]
    [InlineData(2500)]
    public void Phrases_are_those_of_the_definition(int count)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            // From coin tosses to long repetitions.
            var noise = Series(count, seed);
            var x = noise.Select((v, i) => v + (seed * Math.Sin(i * 0.3))).ToArray();
            Assert.Equal(PhrasesByDefinition(x, 0), PhraseParsing.Count(x, 0));
        }
    }

    [Fact]
    public void A_textbook_sequence_has_its_textbook_phrases()
    {
        // 0001101001000101 = 0 . 001 . 10 . 100 . 1000 . 101 (Lempel and Ziv 1976; Kaspar and Schuster 1987): six.
        var x = "0001101001000101".Select(c => (double)(c - '0')).ToArray();

        Assert.Equal(6, PhraseParsing.Count(x, 0.5));
    }

    [Fact]
    public void A_constant_sequence_has_two_phrases_and_an_alternating_one_three()
    {
        var alternating = Enumerable.Range(0, 1000).Select(i => (double)(i % 2)).ToArray();

        Assert.Equal(2, PhraseParsing.Count(new double[1000], 0.5));
        Assert.Equal(3, PhraseParsing.Count(alternating, 0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(5000)]
    public void Sorting_ascends_and_keeps_track_of_places(int count)
    {
        var smooth = Series(count, 5);
        double[][] shapes =
        [
            smooth,
            // Many equal values, on both sides of zero.
            [.. smooth.Select(v => Math.Round(v, 1) * 1e3)],
            // One value so far away that all others share a place between least and greatest.
            [.. smooth.Select((v, i) => i == count / 2 ? 1e300 : v)],
            [.. smooth.Select((v, i) => i == count / 2 ? double.MaxValue : -double.MaxValue * Math.Abs(v) / 10)],
            new double[count],
        ];
        foreach (var x in shapes)
        {
            var (values, places) = (new double[count], new int[count]);
            SortedOrder.Of(x, values, places);

            Assert.Equal(x.Order(), values);
            Assert.Equal(values, places.Select(p => x[p]));
            Assert.Equal(Enumerable.Range(0, count), places.Order());
        }
    }

    private static double[] Series(int count, long seed)
    {
        var x = new double[count];
        new RandomStream(seed, "complexity").FillNormal(x);
        return x;
    }

    private static (long Shorter, long Longer) PairsCompared(double[] x, int m, double tolerance)
    {
        var (shorter, longer) = (0L, 0L);
        for (var i = 0; i < x.Length - m; i++)
        {
            for (var j = i + 1; j < x.Length - m; j++)
            {
                var agree = 0;
                while (agree <= m && Math.Abs(x[i + agree] - x[j + agree]) <= tolerance)
                    agree++;
                shorter += agree >= m ? 1 : 0;
                longer += agree > m ? 1 : 0;
            }
        }

        return (shorter, longer);
    }

    private static int PhrasesByDefinition(double[] x, double threshold)
    {
        var symbols = string.Concat(x.Select(v => v > threshold ? '1' : '0'));
        var phrases = 0;
        for (var start = 0; start < symbols.Length; phrases++)
        {
            // The longest piece from here that begins earlier, too; then one symbol more.
            var length = 0;
            while (start + length < symbols.Length
                && symbols[..(start + length)].Contains(symbols.Substring(start, length + 1), StringComparison.Ordinal))
            {
                length++;
            }

            start += length + 1;
        }

        return phrases;
    }
}

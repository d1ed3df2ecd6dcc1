using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>Tests by random rearrangement of the data, exact whatever their distribution.</summary>
public static class PermutationTest
{
    /// <summary>Whether two independent samples differ: items change samples at random.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="statistic">Null for the difference of means, first less second.</param>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static PermutationResult TwoSample(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        PermutationOptions? options = null,
        TwoSampleStatistic? statistic = null)
    {
        if (first.IsEmpty || second.IsEmpty)
            throw new ArgumentException("A sample is empty.");
        options ??= new PermutationOptions();
        statistic ??= (a, b) => Descriptive.Mean(a) - Descriptive.Mean(b);
        var observed = statistic(first, second);
        double[] pooled = [.. first, .. second];
        var mixed = new double[pooled.Length];
        var extreme = 0;
        for (var i = 0; i < options.Permutations; i++)
        {
            pooled.CopyTo(mixed, 0);
            new RandomStream(options.Seed, "permutation", i).Shuffle(mixed.AsSpan());
            var value = statistic(mixed.AsSpan(0, first.Length), mixed.AsSpan(first.Length));
            extreme += IsExtreme(value, observed, options.Alternative) ? 1 : 0;
        }

        return Result(observed, extreme, options);
    }

    /// <summary>Whether paired differences are centred away from 0: signs change at random.</summary>
    /// <param name="differences">One difference a pair.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="statistic">Null for the mean.</param>
    /// <exception cref="ArgumentException">There are no differences.</exception>
    public static PermutationResult Paired(
        ReadOnlySpan<double> differences, PermutationOptions? options = null, SampleStatistic? statistic = null)
    {
        if (differences.IsEmpty)
            throw new ArgumentException("There are no differences.", nameof(differences));
        options ??= new PermutationOptions();
        statistic ??= Descriptive.Mean;
        var observed = statistic(differences);
        var flipped = new double[differences.Length];
        var extreme = 0;
        for (var i = 0; i < options.Permutations; i++)
        {
            var stream = new RandomStream(options.Seed, "sign flip", i);
            ulong signs = 0;
            for (var j = 0; j < flipped.Length; j++, signs >>= 1)
            {
                if (j % 64 == 0)
                    signs = stream.Bits();
                flipped[j] = (signs & 1) == 0 ? differences[j] : -differences[j];
            }

            extreme += IsExtreme(statistic(flipped), observed, options.Alternative) ? 1 : 0;
        }

        return Result(observed, extreme, options);
    }

    // Rearrangements that add up to the same in another order may differ by rounding: they count as equal.
    private static bool IsExtreme(double value, double observed, Alternative alternative)
    {
        var slack = 1e-12 * Math.Abs(observed);
        return alternative switch
        {
            Alternative.Greater => value >= observed - slack,
            Alternative.Less => value <= observed + slack,
            _ => Math.Abs(value) >= Math.Abs(observed) - slack,
        };
    }

    private static PermutationResult Result(double observed, int extreme, PermutationOptions options) => new(
        observed, double.IsNaN(observed) ? double.NaN : (extreme + 1.0) / (options.Permutations + 1.0));
}

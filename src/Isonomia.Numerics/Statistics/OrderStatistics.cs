using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Numerics.Statistics;

/// <summary>
/// Order statistics that rearrange the sample they are given and allocate nothing: quickselect, on average O(n). An
/// empty sample, or one with NaN in it, gives NaN.
/// </summary>
public static class OrderStatistics
{
    private const int Small = 24;

    /// <summary>Middle value, or the mean of the two middle values; rearranges <paramref name="x"/>.</summary>
    public static double Median(Span<double> x)
    {
        if (x.IsEmpty || SumKernel.AnyNaN(x))
            return double.NaN;
        var upper = Select(x, x.Length / 2);
        return (x.Length & 1) != 0 ? upper : (Largest(x[..(x.Length / 2)]) + upper) / 2;
    }

    /// <summary>As <see cref="Descriptive.Percentile"/> defines it; rearranges <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is outside 0 to 100.</exception>
    public static double Percentile(Span<double> x, double percent)
    {
        if (!(percent is >= 0 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "A percentile lies between 0 and 100.");
        if (x.IsEmpty || SumKernel.AnyNaN(x))
            return double.NaN;
        var at = percent / 100 * (x.Length - 1);
        var below = (int)at;
        var fraction = at - below;
        var low = Select(x, below);
        if (fraction == 0)
            return low;
        var difference = Smallest(x[(below + 1)..]) - low;
        // From whichever end is nearer, as numpy does, so that the result never leaves [low, high].
        return fraction < 0.5 ? low + difference * fraction : low + difference - difference * (1 - fraction);
    }

    /// <summary>The item that sorting would put at <paramref name="rank"/> (from 0); afterwards it is there, with
    /// nothing larger before it and nothing smaller after it. The sample must not contain NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No item has that rank.</exception>
    public static double Select(Span<double> x, int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, x.Length);
        var (first, last) = (0, x.Length - 1);
        // Bad luck with pivots is bounded by sorting what is left.
        for (var patience = 2 * (int)Math.Log2(x.Length + 1); last - first >= Small && patience > 0; patience--)
        {
            var (left, right) = Partition(x, first, last);
            if (rank <= right)
                last = right;
            else if (rank >= left)
                first = left;
            else
                return x[rank];
        }

        x.Slice(first, last - first + 1).Sort();
        return x[rank];
    }

    private static (int Left, int Right) Partition(Span<double> x, int first, int last)
    {
        var middle = first + (last - first) / 2;
        var (a, b, c) = (x[first], x[middle], x[last]);
        var pivot = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
        var (left, right) = (first, last);
        while (left <= right)
        {
            while (x[left] < pivot)
                left++;
            while (x[right] > pivot)
                right--;
            if (left <= right)
            {
                (x[left], x[right]) = (x[right], x[left]);
                left++;
                right--;
            }
        }

        return (left, right);
    }

    private static double Largest(ReadOnlySpan<double> x)
    {
        var best = x[0];
        foreach (var value in x)
            best = Math.Max(best, value);
        return best;
    }

    private static double Smallest(ReadOnlySpan<double> x)
    {
        var best = x[0];
        foreach (var value in x)
            best = Math.Min(best, value);
        return best;
    }
}

namespace Isonomia.Numerics.Statistics;

/// <summary>The chance of any false finding among several tests.</summary>
public static class FamilywiseError
{
    /// <summary>Adjusted p values of Holm (1979, Scandinavian Journal of Statistics 6:65): the i-th smallest of m becomes the
    /// largest of (m - j + 1) p over all j up to i, and no more than 1.</summary>
    /// <param name="p">The p values; NaN where there was no test, which stays NaN and does not count.</param>
    public static double[] Adjusted(ReadOnlySpan<double> p)
    {
        var adjusted = p.ToArray();
        var order = Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).OrderBy(i => adjusted[i]).ToArray();
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            ref var value = ref adjusted[order[rank]];
            value = largest = Math.Max(largest, Math.Min(1, value * (order.Length - rank)));
        }

        return adjusted;
    }
}

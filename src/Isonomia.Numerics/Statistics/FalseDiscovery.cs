namespace Isonomia.Numerics.Statistics;

/// <summary>The share of false findings among many tests.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Adjusted p values of Benjamini and Hochberg (1995, doi:10.1111/j.2517-6161.1995.tb02031.x): calling those below q
    /// findings keeps the expected share of false ones below q, for tests that are independent or depend positively.
    /// The i-th smallest of m becomes the least of m p/j over all j from i on.
    /// </summary>
    /// <param name="p">The p values; NaN where there was no test, which stays NaN and does not count.</param>
    public static double[] Adjusted(ReadOnlySpan<double> p)
    {
        var adjusted = p.ToArray();
        var order = Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).OrderBy(i => adjusted[i]).ToArray();
        var least = 1.0;
        for (var rank = order.Length; rank > 0; rank--)
        {
            ref var value = ref adjusted[order[rank - 1]];
            value = least = Math.Min(least, value * order.Length / rank);
        }

        return adjusted;
    }
}

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>
/// How sizes lie beside those of a critical branching process (Shew et al. 2009,
/// doi:10.1523/JNEUROSCI.3864-09.2009): 1 plus the mean distance of the cumulative distribution of p(s) ~ s^-3/2 from
/// the sample's, at ten sizes evenly spaced in their logarithm. Below 1 subcritical, above 1 supercritical.
/// </summary>
public static class Kappa
{
    private const int Points = 10;

    /// <summary>Kappa; NaN where sizes do not differ.</summary>
    /// <param name="sizes">The sizes.</param>
    public static double Of(IReadOnlyCollection<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var sorted = sizes.Order().ToArray();
        if (sorted.Length == 0 || sorted[0] == sorted[^1])
            return double.NaN;
        var (least, most) = ((double)sorted[0], (double)sorted[^1]);
        var sum = 0.0;
        for (var k = 0; k < Points; k++)
        {
            var at = k == 0 ? least : k == Points - 1 ? most : least * Math.Pow(most / least, k / (Points - 1.0));
            var critical = (1 - Math.Sqrt(least / at)) / (1 - Math.Sqrt(least / most));
            sum += critical - Below(sorted, at) / (double)sorted.Length;
        }

        return 1 + sum / Points;
    }

    private static int Below(int[] sorted, double at)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

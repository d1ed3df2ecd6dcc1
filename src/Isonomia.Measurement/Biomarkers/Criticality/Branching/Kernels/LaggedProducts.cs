namespace Isonomia.Measurement.Biomarkers.Criticality.Branching.Kernels;

/// <summary>
/// Sums of products of counts k bins apart. Only bins that hold events are visited, so that the cost is that of pairs
/// of such bins within the farthest lag: about 1 ns each, whatever the number of empty ones. A recording of 3 h in bins
/// of 4 ms and 500 lags has 2.7 million bins, of which a tenth hold spikes: 60 million pairs instead of 1.35 thousand
/// million. Sums are of whole numbers and so exact.
/// </summary>
internal static class LaggedProducts
{
    /// <summary>Adds the products whose earlier bin is one of those from <paramref name="first"/> to before
    /// <paramref name="end"/> (places in the list).</summary>
    /// <param name="bins">Bins that hold events, ascending.</param>
    /// <param name="counts">Their counts.</param>
    /// <param name="first">The first earlier bin.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="sums">A sum for every lag from 0 on; the farthest lag is its last.</param>
    public static void Add(ReadOnlySpan<int> bins, ReadOnlySpan<int> counts, int first, int end, Span<long> sums)
    {
        for (var i = first; i < end; i++)
        {
            var (bin, count) = (bins[i], (long)counts[i]);
            var later = bins[i..];
            var with = counts.Slice(i, later.Length);
            for (var j = 0; j < later.Length; j++)
            {
                var lag = later[j] - bin;
                if ((uint)lag >= (uint)sums.Length)
                    break;
                sums[lag] += count * with[j];
            }
        }
    }
}

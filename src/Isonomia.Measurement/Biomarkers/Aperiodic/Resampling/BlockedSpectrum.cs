namespace Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;

/// <summary>
/// Sums of periodograms over some bins, kept apart by block of time, so that a spectrum can be had with any block left
/// out.
/// </summary>
internal sealed class BlockedSpectrum(int blocks, int bins)
{
    private readonly double[] sums = new double[blocks * bins];
    private readonly int[] counts = new int[blocks];

    /// <summary>How many windows in all.</summary>
    public int Windows => counts.Sum();

    /// <summary>The sum of a block, for adding to.</summary>
    public Span<double> Block(int block) => sums.AsSpan(block * bins, bins);

    /// <summary>Counts windows that were added to a block.</summary>
    public void Count(int block, int windows) => counts[block] += windows;

    /// <summary>The mean over the windows of all blocks but one (-1 for all); NaN where there are none.</summary>
    public void Mean(int without, Span<double> mean)
    {
        mean.Clear();
        var windows = 0;
        for (var block = 0; block < blocks; block++)
        {
            if (block == without)
                continue;
            windows += counts[block];
            var sum = Block(block);
            for (var i = 0; i < bins; i++)
                mean[i] += sum[i];
        }

        for (var i = 0; i < bins; i++)
            mean[i] /= windows;
    }
}

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

    /// <summary>The mean over the windows of all blocks; NaN where there are none.</summary>
    public double[] Mean()
    {
        var mean = new double[bins];
        for (var block = 0; block < blocks; block++)
            Add(1, block, mean);
        var windows = Windows;
        for (var i = 0; i < bins; i++)
            mean[i] /= windows;
        return mean;
    }

    /// <summary>The mean over the windows of all blocks but one, from the mean over all.</summary>
    public double[] MeanWithout(int block, double[] all)
    {
        var (windows, left) = (Windows, Windows - counts[block]);
        var mean = new double[bins];
        Add(-1, block, mean);
        for (var i = 0; i < bins; i++)
            mean[i] = (mean[i] + windows * all[i]) / left;
        return mean;
    }

    private void Add(double sign, int block, double[] to)
    {
        var sum = Block(block);
        for (var i = 0; i < bins; i++)
            to[i] += sign * sum[i];
    }
}

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>
/// The epochs of several channels that all of them have: from each channel's coefficients it lays out those of one bin
/// side by side, epoch by epoch, taper by taper, and within these channel beside channel, so that one channel meets all
/// others in vectors.
/// </summary>
internal sealed class EpochSpectra
{
    // Channels are padded with silent ones to whole vectors of any width in use.
    private const int Lanes = 8;
    private readonly IReadOnlyList<ChannelEpochs> channels;
    private readonly int[][] epochs;

    /// <summary>Finds the epochs that every channel has.</summary>
    public EpochSpectra(IReadOnlyList<ChannelEpochs> channels)
    {
        this.channels = channels;
        var common = channels[0].Starts.ToHashSet();
        foreach (var channel in channels)
            common.IntersectWith(channel.Starts);
        epochs = [.. channels.Select(c =>
            Enumerable.Range(0, c.Starts.Length).Where(e => common.Contains(c.Starts[e])).ToArray())];
        Stride = (channels.Count + Lanes - 1) / Lanes * Lanes;
    }

    /// <summary>How many channels there are.</summary>
    public int Channels => channels.Count;

    /// <summary>How many epochs all of them have.</summary>
    public int Epochs => epochs[0].Length;

    /// <summary>How many tapers.</summary>
    public int Tapers => channels[0].Tapers;

    /// <summary>Items from one taper to the next.</summary>
    public int Stride { get; }

    /// <summary>The coefficients at a bin: epochs x tapers x stride.</summary>
    public (double[] Re, double[] Im) At(int bin)
    {
        var (re, im) = (new double[Epochs * Tapers * Stride], new double[Epochs * Tapers * Stride]);
        for (var c = 0; c < channels.Count; c++)
        {
            var at = c;
            foreach (var epoch in epochs[c])
            {
                for (var t = 0; t < Tapers; t++, at += Stride)
                    (re[at], im[at]) = channels[c].At(epoch, t, bin);
            }
        }

        return (re, im);
    }
}

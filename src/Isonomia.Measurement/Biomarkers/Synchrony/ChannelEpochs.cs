using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>
/// Fourier coefficients of one channel's epochs at some bins, epoch by epoch, taper by taper.
/// </summary>
internal sealed class ChannelEpochs
{
    private readonly double[] re;
    private readonly double[] im;
    private readonly int perEpoch;

    private ChannelEpochs(int[] starts, int tapers, int firstBin, int bins)
    {
        (Starts, Tapers, FirstBin, Bins) = (starts, tapers, firstBin, bins);
        perEpoch = tapers * bins;
        re = new double[starts.Length * perEpoch];
        im = new double[starts.Length * perEpoch];
    }

    /// <summary>Where the epochs begin, in samples.</summary>
    public int[] Starts { get; }

    /// <summary>How many tapers there are.</summary>
    public int Tapers { get; }

    /// <summary>The first bin kept.</summary>
    public int FirstBin { get; }

    /// <summary>How many bins are kept.</summary>
    public int Bins { get; }

    /// <summary>Transforms epochs of a channel, each less its mean.</summary>
    /// <param name="samples">The channel.</param>
    /// <param name="starts">Where the epochs begin.</param>
    /// <param name="tapers">The windows, as long as an epoch.</param>
    /// <param name="firstBin">The first bin to keep.</param>
    /// <param name="bins">How many to keep.</param>
    public static ChannelEpochs Transform(ReadOnlySpan<double> samples, int[] starts, EpochTapers tapers, int firstBin, int bins)
    {
        var length = tapers.Windows[0].Length;
        var fft = RealFft.OfLength(length);
        var (tapered, re, im) = (new double[length], new double[fft.Bins], new double[fft.Bins]);
        var found = new ChannelEpochs(starts, tapers.Windows.Count, firstBin, bins);
        for (var e = 0; e < starts.Length; e++)
        {
            var epoch = samples.Slice(starts[e], length);
            var mean = 0.0;
            foreach (var value in epoch)
                mean += value;
            mean /= length;
            for (var t = 0; t < tapers.Windows.Count; t++)
            {
                var window = tapers.Windows[t];
                for (var n = 0; n < length; n++)
                    tapered[n] = (epoch[n] - mean) * window[n];
                fft.Forward(tapered, re, im);
                var at = (e * found.perEpoch) + (t * bins);
                re.AsSpan(firstBin, bins).CopyTo(found.re.AsSpan(at));
                im.AsSpan(firstBin, bins).CopyTo(found.im.AsSpan(at));
            }
        }

        return found;
    }

    /// <summary>The coefficient of an epoch under a taper.</summary>
    public (double Re, double Im) At(int epoch, int taper, int bin)
    {
        var at = (epoch * perEpoch) + (taper * Bins) + bin - FirstBin;
        return (re[at], im[at]);
    }
}

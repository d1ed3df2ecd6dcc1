using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>
/// Where the epochs of a channel begin, and how long they are: the same in all channels, less what was rejected.
/// </summary>
/// <param name="Length">Samples of an epoch.</param>
/// <param name="Starts">Where clean ones begin.</param>
internal sealed record EpochGrid(int Length, int[] Starts)
{
    private const double UsualSeconds = 2;
    private const double LongestEpochSeconds = 10;

    /// <summary>The epochs of a channel, as the settings say.</summary>
    public static EpochGrid Of(ChannelAnalysis channel)
    {
        var signal = channel.Signal;
        var asked = channel.Get(SynchronySettings.Epoch);
        var cut = Cut(channel);
        var length = asked > 0 ? (int)Math.Round(asked * signal.SamplingRate)
            : cut.Count > 0 ? cut[0].Count
            : (int)Math.Round(UsualSeconds * signal.SamplingRate);
        if (length < 2)
            return new EpochGrid(length, []);
        int[] all = asked == 0 && cut.Count > 0
            ? [.. cut.Where(c => c.Count == length).Select(c => c.First)]
            : [.. signal.Continuous.SelectMany(s => Enumerable.Range(0, s.Count / length).Select(k => s.First + (k * length)))];
        var every = Math.Max(1, (int)Math.Ceiling(all.Length / (double)Math.Max(1, channel.Get(SynchronySettings.MostEpochs))));
        return new EpochGrid(length,
            [.. all.Where((start, k) => k % every == 0 && IsUsable(signal, start, length))]);
    }

    // Epochs that settings have cut, or that the file came in. Whether they are clean in this channel is not asked yet.
    private static IReadOnlyList<SampleRange> Cut(ChannelAnalysis channel)
    {
        var signal = channel.Signal;
        if (channel.Get(PreprocessingSettings.EpochEvent) != "none" || channel.Get(PreprocessingSettings.EpochLength) > 0)
            return signal.Usable;
        var first = signal.Continuous.Count > 0 ? signal.Continuous[0].Count : 0;
        return signal.Continuous.Count > 1 && first <= LongestEpochSeconds * signal.SamplingRate
            && signal.Continuous.All(c => c.Count == first)
            ? signal.Continuous
            : [];
    }

    private static bool IsUsable(Signal signal, int start, int length) =>
        signal.Usable.Any(u => start >= u.First && start + length <= u.End);
}

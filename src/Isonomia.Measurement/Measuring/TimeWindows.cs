using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Measuring;

/// <summary>Windows of time in which everything is measured anew, in seconds of stored signal.</summary>
/// <param name="Length">Length of a window.</param>
/// <param name="Step">From the beginning of one to that of the next.</param>
public sealed record TimeWindows(double Length, double Step)
{
    // Every window keeps numbers for every channel.
    private const int Most = 100_000;

    /// <summary>Where the whole windows of a recording begin.</summary>
    /// <exception cref="BadInputException">There is none, or there are too many.</exception>
    public double[] Onsets(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var seconds = recording.Channels.Count > 0 ? recording.StoredSeconds : recording.Header.SpikeDuration ?? recording.Duration;
        var count = Math.Floor(((seconds - Length) / Step) + 1e-9) + 1;
        return count switch
        {
            < 1 => throw new BadInputException(recording.Header.Path, $"a window of {Length} s was asked for, and the recording lasts {seconds:0.###} s"),
            > Most => throw new BadInputException(recording.Header.Path, $"a step of {Step} s makes {count:0} windows; at most {Most} are measured, "
                + "so take a longer one"),
            _ => [.. Enumerable.Range(0, (int)count).Select(w => w * Step)],
        };
    }
}

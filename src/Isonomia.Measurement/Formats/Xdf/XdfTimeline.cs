using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>
/// Time as the samples of a stream count it. The clock of a device and that of the computer that stamps its samples differ
/// slightly: events, which have the computer's times, are placed between the samples that were stamped around them.
/// </summary>
internal sealed class XdfTimeline
{
    // Larger differences are no clock's; then the rate that is stated is not the one that was recorded at.
    private const double Tolerance = 0.005;
    private const double LeastSeconds = 10;
    private readonly XdfStream stream;

    public XdfTimeline(XdfStream stream, List<string> warnings)
    {
        this.stream = stream;
        var rate = stream.Header.Rate;
        var stretches = new List<Stretch>(stream.Runs.Count);
        var end = 0.0;
        foreach (var run in stream.Runs)
        {
            var onset = Math.Max(end, run.First - stream.Runs[0].First);
            stretches.Add(new Stretch(onset, run.Count / rate));
            end = onset + (run.Count / rate);
        }

        Stretches = stretches;
        var (seconds, steps) = (stream.Runs.Sum(r => r.Last - r.First), stream.Runs.Sum(r => r.Count - 1));
        if (seconds > LeastSeconds && Math.Abs((steps / seconds) - rate) > Tolerance * rate)
        {
            warnings.Add($"stream '{stream.Header.Name}' states {rate} samples a second, but its time stamps give "
                + $"{steps / seconds:0.###}; the stated rate was used, so check for lost samples");
        }

        if (stretches.Count > 1)
            warnings.Add($"the time stamps jump by more than a second {stretches.Count - 1} times; each jump is a gap");
    }

    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>An event at a time of the recording computer's clock.</summary>
    public RecordingEvent Event(double time, string text)
    {
        var own = time - stream.OffsetAt(time);
        var at = 0;
        while (at + 1 < stream.Runs.Count && own >= stream.Runs[at + 1].First)
            at++;
        var (first, last, count) = stream.Runs[at];
        var within = own - first;
        var scale = last > first && within > 0 && own <= last ? (count - 1) / stream.Header.Rate / (last - first) : 1;
        return new RecordingEvent(Stretches[at].Onset + (within * scale), 0, text);
    }
}

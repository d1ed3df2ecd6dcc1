using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// A recording after the decisions that need all channels at once (which are bad, what the reference and the line
/// frequency are), ready to give out one preprocessed channel at a time. Channels are read when asked for, so no more
/// of the recording is in memory than is being measured. Loading is safe from several threads.
/// </summary>
public sealed class PreparedRecording
{
    private readonly Recording recording;
    private readonly MeasureSettings settings;
    private readonly ReferenceSignal reference;
    private readonly Dictionary<double, FrequencyFilters> filters;
    private readonly Lock reading = new();
    private readonly List<(SampleRange Window, double Rate, string Why, int Channel)> rejected = [];

    internal PreparedRecording(Recording recording, MeasureSettings settings, IReadOnlyList<int> channels,
        IReadOnlyList<string?> whyBad, ReferenceSignal reference, double? line, double[] notches,
        IReadOnlyList<PreprocessingStep> steps)
    {
        this.recording = recording;
        this.settings = settings;
        this.reference = reference;
        Channels = channels;
        WhyBad = whyBad;
        LineFrequency = line;
        Steps = steps;
        filters = channels.Select(i => recording.Channels[i].SamplingRate).Distinct().ToDictionary(rate => rate,
            rate => new FrequencyFilters(rate, settings.Get(PreprocessingSettings.HighPass),
                settings.Get(PreprocessingSettings.LowPass), notches, settings.Get(PreprocessingSettings.Resample)));
    }

    /// <summary>The considered channels, as indices into the recording's, in file order.</summary>
    public IReadOnlyList<int> Channels { get; }

    /// <summary>Why each considered channel was set aside; null for the good ones.</summary>
    public IReadOnlyList<string?> WhyBad { get; }

    /// <summary>The mains frequency found or stated, in Hz.</summary>
    public double? LineFrequency { get; }

    /// <summary>What was done before any channel is loaded.</summary>
    public IReadOnlyList<PreprocessingStep> Steps { get; }

    /// <summary>Reads and preprocesses a considered channel; <paramref name="position"/> counts in <see cref="Channels"/>.</summary>
    public Signal Load(int position)
    {
        var index = Channels[position];
        var channel = recording.Channels[index];
        double[] samples;
        lock (reading)
            samples = recording.ReadAll(index);
        reference.Subtract(index, samples);
        var filter = filters[channel.SamplingRate];
        (samples, var stretches) = filter.Apply(samples, recording.RangesOf(index));

        var mask = new SampleMask(samples.Length);
        foreach (var (from, to) in BadTimes())
            mask.Reject((int)Math.Floor(from * filter.SamplingRate), (int)Math.Ceiling(to * filter.SamplingRate));
        foreach (var (window, why) in SegmentScreen.Find(samples, stretches, filter.SamplingRate,
                     settings.Get(PreprocessingSettings.Amplitude), settings.Get(PreprocessingSettings.Gradient)))
        {
            mask.Reject(window.First, window.End);
            lock (rejected)
                rejected.Add((window, filter.SamplingRate, why, index));
        }

        var usable = settings.Get(PreprocessingSettings.EpochLength) > 0
            || settings.Get(PreprocessingSettings.EpochEvent) != "none"
            ? EpochCut.Keep(recording, settings, filter.SamplingRate, stretches, mask)
            : mask.CleanRuns(stretches);
        return new Signal(channel, filter.SamplingRate, samples, stretches, usable, Passband(channel, filter.SamplingRate),
            LineFrequency)
        {
            Events = Marks(filter.SamplingRate, stretches),
        };
    }

    // Events as samples; and in an epoched file, the moment to which each epoch is aligned.
    private SignalEvent[] Marks(double rate, IReadOnlyList<SampleRange> stretches)
    {
        var marked = recording.Events.SelectMany(e => StoredTime.Of(recording.Stretches, e.Onset, 0)
            .Select(t => new SignalEvent((int)Math.Round(t.From * rate), e.Description)));
        if (recording.Header.EpochStart is { } start)
            marked = marked.Concat(stretches.Select(s => new SignalEvent(s.First - (int)Math.Round(start * rate), SignalEvent.EpochZero)));
        return [.. marked.OrderBy(e => e.Sample).ThenBy(e => e.Description, StringComparer.Ordinal)];
    }

    /// <summary>
    /// What the channels loaded so far left out, in time order (stored seconds), each with the names of the channels it
    /// concerns.
    /// </summary>
    public IReadOnlyList<RejectedSegment> Rejected()
    {
        var marked = BadTimes().Select(t => new RejectedSegment(t.From, t.To - t.From, "marked BAD"));
        lock (rejected)
        {
            var found = rejected
                .GroupBy(r => (Onset: r.Window.First / r.Rate, Duration: r.Window.Count / r.Rate, r.Why))
                .Select(g => new RejectedSegment(g.Key.Onset, g.Key.Duration, g.Key.Why)
                {
                    Channels = [.. g.Select(r => r.Channel).Order().Select(c => recording.Channels[c].Name)],
                });
            return [.. marked.Concat(found).OrderBy(s => s.Onset).ThenBy(s => s.Why, StringComparer.Ordinal)];
        }
    }

    private IEnumerable<(double From, double To)> BadTimes() => settings.Get(PreprocessingSettings.BadEvents)
        ? recording.Events.Where(e => e.Description.StartsWith("BAD", StringComparison.OrdinalIgnoreCase))
            .SelectMany(e => StoredTime.Of(recording.Stretches, e.Onset, e.Duration))
        : [];

    private Interval Passband(Channel channel, double rate)
    {
        var highPass = settings.Get(PreprocessingSettings.HighPass);
        var lowPass = settings.Get(PreprocessingSettings.LowPass);
        var high = Math.Min(rate, channel.SamplingRate) / 2;
        return new Interval(Math.Max(highPass, channel.HighPass ?? 0),
            new[] { high, lowPass > 0 ? lowPass : high, channel.LowPass ?? high }.Min());
    }
}

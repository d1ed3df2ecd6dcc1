namespace Isonomia.Measurement.Recordings;

/// <summary>
/// Measured or simulated signals: channels, each with its own sampling rate, events, uninterrupted stretches, and the
/// samples themselves, read on demand so that a day of 64 channels never needs to fit in memory.
/// </summary>
public sealed class Recording : IDisposable
{
    private readonly ISampleSource source;

    /// <summary>Binds a header to the source of its samples, which the recording then owns.</summary>
    public Recording(RecordingHeader header, ISampleSource source)
    {
        this.source = source;
        Header = header;
        var longest = header.Channels.Count == 0
            ? header.SpikeDuration ?? header.Spikes.Max(s => s.Times.Length == 0 ? 0 : s.Times[^1])
            : header.Channels.Max(c => c.Samples / c.SamplingRate);
        Stretches = header.Stretches.Count > 0 ? header.Stretches : [new Stretch(0, longest)];
        StoredSeconds = Stretches.Sum(s => s.Duration);
        Duration = Stretches[^1].Onset + Stretches[^1].Duration;
    }

    /// <summary>What the file says.</summary>
    public RecordingHeader Header { get; }

    /// <summary>The channels, in file order.</summary>
    public IReadOnlyList<Channel> Channels => Header.Channels;

    /// <summary>What is marked, by onset.</summary>
    public IReadOnlyList<RecordingEvent> Events => Header.Events;

    /// <summary>The uninterrupted parts; at least one.</summary>
    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>Seconds from the first sample to the end of the last, gaps included.</summary>
    public double Duration { get; }

    /// <summary>Seconds of stored signal, gaps excluded.</summary>
    public double StoredSeconds { get; }

    /// <summary>The index of the channel with this name (exact, else ignoring case and trailing dots), or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Channels.Count; i++)
        {
            if (Channels[i].Name == name)
                return i;
        }

        for (var i = 0; i < Channels.Count; i++)
        {
            if (string.Equals(Channels[i].Name.TrimEnd('.'), name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    /// <summary>The same samples under another header, of which this recording's owner is to dispose.</summary>
    internal Recording Described(RecordingHeader header) => new(header, source);

    /// <summary>Fills <paramref name="destination"/> with samples of one channel, in its unit, in stored order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range lies outside the channel.</exception>
    /// <exception cref="BadInputException">The file could not be read there.</exception>
    public void Read(int channel, long first, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + destination.Length, Channels[channel].Samples);
        source.Read(channel, first, destination);
    }

    /// <summary>All samples of one channel, in stored order.</summary>
    public double[] ReadAll(int channel)
    {
        // Pinned, because moving a day's samples while tidying up would need room for them twice.
        var samples = GC.AllocateArray<double>(checked((int)Channels[channel].Samples), pinned: true);
        Read(channel, 0, samples);
        return samples;
    }

    /// <summary>The stretches of one channel as ranges of its stored samples; together they cover it exactly.</summary>
    public IReadOnlyList<SampleRange> RangesOf(int channel)
    {
        var (rate, total) = (Channels[channel].SamplingRate, (int)Channels[channel].Samples);
        var ranges = new List<SampleRange>(Stretches.Count);
        var (elapsed, first) = (0.0, 0);
        foreach (var stretch in Stretches)
        {
            elapsed += stretch.Duration;
            var end = Math.Min(total, (int)Math.Round(elapsed * rate));
            if (end > first)
                ranges.Add(new SampleRange(first, end - first));
            first = Math.Max(first, end);
        }

        if (ranges.Count > 0 && first < total)
            ranges[^1] = ranges[^1] with { Count = total - ranges[^1].First };
        return ranges;
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();
}

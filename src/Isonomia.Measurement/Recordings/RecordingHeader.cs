namespace Isonomia.Measurement.Recordings;

/// <summary>Everything a file says about a recording besides the samples.</summary>
/// <param name="Path">Where it was read from; a name in angle brackets when it was made in memory.</param>
/// <param name="Format">The format's name, as <c>EDF+C</c>.</param>
/// <param name="Channels">The channels, in file order, annotation channels excluded.</param>
public sealed record RecordingHeader(string Path, string Format, IReadOnlyList<Channel> Channels)
{
    /// <summary>When the recording began, if known (local time of the laboratory unless the format says UTC).</summary>
    public DateTime? Start { get; init; }

    /// <summary>What is marked, by onset.</summary>
    public IReadOnlyList<RecordingEvent> Events { get; init; } = [];

    /// <summary>The uninterrupted parts, in time order. Empty means one, as long as the longest channel.</summary>
    public IReadOnlyList<Stretch> Stretches { get; init; } = [];

    /// <summary>
    /// For epoched recordings, where every stretch is an epoch: when an epoch begins, in seconds relative to the event it
    /// belongs to (-1 for a second before).
    /// </summary>
    public double? EpochStart { get; init; }

    /// <summary>Spike trains, for files that hold spikes.</summary>
    public IReadOnlyList<SpikeTrain> Spikes { get; init; } = [];

    /// <summary>How long spikes were recorded, in seconds, where their last does not say; the recording lasts as long
    /// unless there are channels.</summary>
    public double? SpikeDuration { get; init; }

    /// <summary>Whether a model made it: then there are no electrodes, amplifiers and mains to allow for.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The files it was read from, where they are more than the one at <see cref="Path"/>.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What was odd in the file but could be lived with.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

using System.Diagnostics;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Inference.Tracking;

/// <summary>Follows channels of a recording through time: prepares the whole, then locates window after window.</summary>
/// <param name="settings">Preprocessing, range and the window of periodograms.</param>
/// <param name="model">The model.</param>
/// <param name="windows">The windows.</param>
/// <param name="options">How.</param>
public sealed class RecordingTracker(
    MeasureSettings settings, SpectralModel model, TimeWindows windows, TrackOptions options)
{
    /// <summary>What provenance records as the command.</summary>
    public string Command { get; init; } = "";

    /// <summary>Follows.</summary>
    /// <param name="recording">The recording, open.</param>
    /// <param name="channels">As for locating: by name; none for Cz or the first good one; <c>all</c> for all.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Stops between windows.</param>
    /// <exception cref="BadInputException">The recording cannot be read, lacks what was asked for, or is too short.</exception>
    /// <exception cref="SettingException">Windows are shorter than those of periodograms.</exception>
    public TrackedRecording Track(Recording recording, IReadOnlyList<string> channels, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var periodogram = settings.Get(LocateSettings.Window);
        if (windows.Length < periodogram)
        {
            throw new SettingException($"windows of {windows.Length} s are shorter than those of periodograms, locate.window={periodogram}s; "
                + "take longer ones, or shorten locate.window");
        }

        var clock = Stopwatch.StartNew();
        var (prepared, used) = RecordingLocator.Prepare(recording, settings, cancel);
        var chosen = RecordingLocator.Choose(recording, prepared, channels);
        var onsets = windows.Onsets(recording);
        var tracks = new ChannelTrack[chosen.Length];
        var alone = chosen.Length == 1;
        var done = 0;
        // Each channel is followed on one thread where there are several; the populations of a single one share them.
        Parallel.For(0, chosen.Length, new ParallelOptions
        {
            MaxDegreeOfParallelism = alone ? 1 : Math.Clamp(options.Threads, 1, 512),
            CancellationToken = cancel,
        }, i => tracks[i] = One(prepared, recording, chosen[i], used, onsets, alone ? options : options with { Threads = 1 },
            () => progress?.Report(Interlocked.Increment(ref done) / ((double)chosen.Length * onsets.Length)), cancel));
        return new TrackedRecording(recording.Header, model, windows, tracks, prepared.Steps,
            Provenance.Of(recording.Header, Command, used), options.Seed, clock.Elapsed.TotalSeconds);
    }

    private ChannelTrack One(PreparedRecording prepared, Recording recording, int position, MeasureSettings used, double[] onsets,
        TrackOptions how, Action step, CancellationToken cancel)
    {
        var channel = recording.Channels[prepared.Channels[position]];
        if (prepared.WhyBad[position] is { } why)
            return new ChannelTrack(channel, why, [], 0);
        var clock = Stopwatch.StartNew();
        var signal = prepared.Load(position);
        var tracker = new SpectrumTracker(model, how);
        var points = new TrackPoint[onsets.Length];
        for (var w = 0; w < onsets.Length; w++)
        {
            points[w] = Point(signal, used, onsets[w], tracker, cancel);
            step();
        }

        return new ChannelTrack(channel, null, points, clock.Elapsed.TotalSeconds);
    }

    private TrackPoint Point(Signal signal, MeasureSettings used, double onset, SpectrumTracker tracker, CancellationToken cancel)
    {
        var first = (int)Math.Round(onset * signal.SamplingRate);
        var count = Math.Min((int)Math.Round(windows.Length * signal.SamplingRate), signal.Samples.Length - first);
        var end = onset + windows.Length;
        ObservedSpectrum observed;
        try
        {
            observed = RecordingLocator.Observe(signal.Cut(new SampleRange(first, count)), used);
        }
        catch (ArgumentException e)
        {
            return TrackPoint.Unknown(onset, end, e.Message);
        }

        return TrackPoint.Of(onset, end, tracker.Next(observed, cancel));
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Models;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Inference.Locating;

/// <summary>Locates channels of a recording: prepares them as measuring does, estimates spectra, samples posteriors.</summary>
/// <param name="settings">Preprocessing, range and window.</param>
/// <param name="model">The model.</param>
/// <param name="options">How posteriors are sampled.</param>
public sealed class RecordingLocator(MeasureSettings settings, SpectralModel model, LocateOptions options)
{
    private const double ShareOfPassband = 0.9;

    /// <summary>What provenance records as the command.</summary>
    public string Command { get; init; } = "";

    /// <summary>Locates.</summary>
    /// <param name="recording">The recording, open.</param>
    /// <param name="channels">Channels by name; none for one: Cz, or else the first good one. <c>all</c> for all.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="BadInputException">The recording cannot be read, or lacks what was asked for.</exception>
    public LocatedRecording Locate(Recording recording, IReadOnlyList<string> channels, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(channels);
        var clock = Stopwatch.StartNew();
        var (prepared, used) = Prepare(recording, settings, cancel);
        var chosen = Choose(recording, prepared, channels);
        var found = new LocatedChannel[chosen.Length];
        var alone = chosen.Length == 1;
        var done = 0;
        Partitioner.Create(Enumerable.Range(0, chosen.Length), EnumerablePartitionerOptions.NoBuffering).AsParallel()
            .WithDegreeOfParallelism(alone ? 1 : Math.Clamp(options.Threads, 1, 512))
            .WithCancellation(cancel)
            .ForAll(i =>
            {
                found[i] = Locate(prepared, recording, chosen[i], used, alone ? options : options with { Threads = 1 }, cancel);
                progress?.Report((double)Interlocked.Increment(ref done) / found.Length);
            });
        return new LocatedRecording(recording.Header, model, found, prepared.Steps,
            Provenance.Of(recording.Header, Command, used), options.Seed, clock.Elapsed.TotalSeconds);
    }

    /// <summary>The spectrum of a prepared channel as it is located.</summary>
    /// <param name="signal">The channel.</param>
    /// <param name="settings">Range and window.</param>
    /// <exception cref="ArgumentException">There is too little of it.</exception>
    public static ObservedSpectrum Observe(Signal signal, MeasureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(settings);
        var (seconds, range) = (settings.Get(LocateSettings.Window), settings.Get(LocateSettings.Range));
        var length = (int)Math.Round(seconds * signal.SamplingRate);
        if (length < 8)
            throw new ArgumentException($"locate.window={seconds:0.###}s holds fewer than eight samples");
        var estimator = new WelchEstimator(signal.SamplingRate, new WelchOptions(length, length / 2));
        foreach (var run in signal.Usable)
            estimator.Add(signal.Samples.AsSpan(run.First, run.Count));
        if (!estimator.HasEnough)
        {
            throw new ArgumentException($"no uninterrupted usable part is as long as a window of {seconds:0.###} s "
                + $"({signal.UsableSeconds:0.#} s are usable in all)");
        }

        return ObservedSpectrum.From(estimator.Estimate(), Math.Max(range.Low, signal.Passband.Low),
            Math.Min(range.High, ShareOfPassband * signal.Passband.High), signal.LineFrequency,
            settings.Get(LocateSettings.LineWidth), $"{(signal.Channel.Unit.Length > 0 ? signal.Channel.Unit : "a.u.")}^2/Hz");
    }

    /// <summary>Prepares a whole recording; the settings used are those of simulations where it is one.</summary>
    internal static (PreparedRecording Prepared, MeasureSettings Used) Prepare(
        Recording recording, MeasureSettings settings, CancellationToken cancel)
    {
        if (!recording.Channels.Any(c => c.Samples > 0))
            throw new BadInputException(recording.Header.Path, "it holds no signals; there is nothing to locate");
        var used = recording.Header.IsSimulated ? settings.WithDefaults(PreprocessingSettings.Raw) : settings;
        // The reference and the bad channels are those of the whole recording, whichever channel is asked for.
        return (Preprocessor.Prepare(recording, used, [], cancel), used);
    }

    /// <summary>Positions among the prepared channels of those asked for.</summary>
    internal static int[] Choose(Recording recording, PreparedRecording prepared, IReadOnlyList<string> names)
    {
        var all = Enumerable.Range(0, prepared.Channels.Count).ToArray();
        if (names.Count == 1 && names[0].Equals("all", StringComparison.OrdinalIgnoreCase))
            return all;
        if (names.Count > 0)
        {
            return [.. names.Select(name => Array.FindIndex(all, i => prepared.Channels[i] == Index(recording, name)) is >= 0 and var at
                ? at
                : throw new BadInputException(recording.Header.Path, $"channel '{name}' is of type "
                    + $"{recording.Channels[Index(recording, name)].Type.Label()}, which preprocessing.channels leaves out; "
                    + "set it to all, or name another channel")).Distinct().Order()];
        }

        var good = all.Where(i => prepared.WhyBad[i] is null).ToArray();
        if (good.Length == 0)
            throw new BadInputException(recording.Header.Path, "all channels were set aside as bad; name one with --channel");
        var vertex = Array.FindIndex(good, i => recording.Channels[prepared.Channels[i]].Name.Trim('.', ' ')
            .Equals("Cz", StringComparison.OrdinalIgnoreCase));
        return [good[Math.Max(0, vertex)]];
    }

    private static int Index(Recording recording, string name) => recording.IndexOf(name) is >= 0 and var index
        ? index
        : throw new BadInputException(recording.Header.Path, $"there is no channel '{name}'"
            + Suggestion.For(name, recording.Channels.Select(c => c.Name))
            + $" It has {recording.Channels.Count}: " + string.Join(", ", recording.Channels.Take(80).Select(c => c.Name)));

    private LocatedChannel Locate(PreparedRecording prepared, Recording recording, int position, MeasureSettings used,
        LocateOptions how, CancellationToken cancel)
    {
        var channel = recording.Channels[prepared.Channels[position]];
        if (prepared.WhyBad[position] is { } why)
            return new LocatedChannel(channel, why, null, 0, 0);
        var clock = Stopwatch.StartNew();
        var signal = prepared.Load(position);
        ObservedSpectrum observed;
        try
        {
            observed = Observe(signal, used);
        }
        catch (ArgumentException e)
        {
            return new LocatedChannel(channel, e.Message, null, signal.UsableSeconds, 0);
        }

        var posterior = SpectrumLocator.Locate(model, observed, how, cancel);
        return new LocatedChannel(channel, null, posterior, signal.UsableSeconds, clock.Elapsed.TotalSeconds);
    }
}

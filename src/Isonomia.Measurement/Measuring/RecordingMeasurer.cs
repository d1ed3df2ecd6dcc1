using System.Collections.Concurrent;
using System.Reflection;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Measuring;

/// <summary>
/// Measures a recording: prepares it, then computes every biomarker on every good channel, several channels at a time;
/// those of spikes on every population, and those of the recording as a whole. The result does not depend on the number of threads. Of what a model made,
/// nothing is preprocessed unless settings ask for it.
/// </summary>
public sealed class RecordingMeasurer(MeasureSettings settings, IReadOnlyList<IBiomarker> biomarkers)
{
    // A channel under measurement holds its signal, and what filters and transforms need: about so many copies of a
    // stretch that is transformed as a whole, and no more than that of a longer one. With the program itself (60 MB) and
    // what is kept of 64 channels (30 MB) a measurement then stays below 1 GiB.
    private const int CopiesOfStretch = 7;
    private const double MemoryBudgetBytes = 700e6;
    private const int MostThreads = 512;
    private const int TraceBins = 1200;

    /// <summary>Everything that can be set for a measurement, at its default.</summary>
    public static MeasureSettings DefaultSettings { get; } = new(PreprocessingSettings.All.Concat(BiomarkerLibrary.Settings));

    /// <summary>The version of the tool, as provenance records it.</summary>
    public static string Version { get; } =
        typeof(RecordingMeasurer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    /// <summary>The biomarkers computed from spikes, where the recording has any; all of them unless set.</summary>
    public IReadOnlyList<ISpikeBiomarker> SpikeBiomarkers { get; init; } = BiomarkerLibrary.Spikes;

    /// <summary>The biomarkers of the recording as a whole; all of them unless set.</summary>
    public IReadOnlyList<IRecordingBiomarker> RecordingBiomarkers { get; init; } = BiomarkerLibrary.Recordings;

    /// <summary>Whether biomarkers are left out where what they are about, such as stimuli, is not in the recording.</summary>
    public bool ApplicableOnly { get; init; }

    /// <summary>Windows in which everything is measured anew; null for none.</summary>
    public TimeWindows? Windows { get; init; }

    /// <summary>Channels to measure, by name; empty for those the settings choose.</summary>
    public IReadOnlyList<string> ChannelNames { get; init; } = [];

    /// <summary>How many channels are measured at once; the number of processors unless set.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What provenance records as the command.</summary>
    public string Command { get; init; } = "";

    /// <summary>Measures a recording.</summary>
    /// <param name="recording">The recording, open.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Stops between channels.</param>
    /// <exception cref="BadInputException">The recording cannot be read, or lacks what the settings ask for.</exception>
    public RecordingMeasurement Measure(Recording recording, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        RequireSomethingToMeasure(recording);
        var hash = Task.Run(() => InputHash.Of(recording.Header), cancel);
        var used = recording.Header.IsSimulated ? settings.WithDefaults(PreprocessingSettings.Raw) : settings;
        var populations = SpikeMeasurer.Measure(recording, SpikeBiomarkers, used, cancel);
        var prepared = HasSignals(recording)
            ? Preprocessor.Prepare(recording, used, ChannelNames, cancel)
            : null;
        IRecordingBiomarker[] ofWhole = [.. RecordingBiomarkers.Where(b => !ApplicableOnly || b.AppliesTo(used))];
        var whole = prepared is null ? null : new WholeMeasurer(recording, prepared, ofWhole, used);
        var windows = prepared is null || Windows is null ? null : new WindowMeasurer(recording, prepared, Windows, ofWhole, used);
        var channels = whole is null ? [] : MeasureChannels(recording, prepared!, whole, windows, used, progress, cancel);
        var provenance = new Provenance(
            Version, Command, DateTimeOffset.UtcNow, hash.GetAwaiter().GetResult(), used.Effective());
        return new RecordingMeasurement(recording.Header, recording.Duration, recording.Stretches, channels,
            prepared?.Steps ?? [], prepared?.Rejected() ?? [], provenance)
        {
            Populations = populations,
            Windows = windows?.Measure(SpikeBiomarkers, Math.Min(Threads, MostThreads), cancel)
                ?? (Windows is null ? [] : WindowMeasurer.OfSpikes(recording, Windows, SpikeBiomarkers, used, cancel)),
            Whole = whole?.Measure(Math.Min(Threads, MostThreads), cancel) ?? WholeMeasurement.None,
        };
    }

    private bool HasSignals(Recording recording) =>
        recording.Channels.Any(c => c.Samples > 0) && biomarkers.Count + RecordingBiomarkers.Count > 0;

    private void RequireSomethingToMeasure(Recording recording)
    {
        var spikes = recording.Header.Spikes.Count > 0;
        if (HasSignals(recording) || (spikes && SpikeBiomarkers.Count > 0 && ChannelNames.Count == 0))
            return;
        throw new BadInputException(recording.Header.Path, (recording.Channels.Count > 0, spikes) switch
        {
            (false, true) when ChannelNames.Count > 0 =>
                $"it holds spike trains and no channels; there is no channel '{ChannelNames[0]}'",
            (false, true) => "it holds spike trains and no signals; the biomarkers asked for need signals",
            (true, _) => "it holds signals and no spike trains; the biomarkers asked for need spike trains",
            _ => "it holds events and no signals; there is nothing to measure",
        });
    }

    private ChannelMeasurement[] MeasureChannels(Recording recording, PreparedRecording prepared, WholeMeasurer whole,
        WindowMeasurer? windows, MeasureSettings used, IProgress<double>? progress, CancellationToken cancel)
    {
        var results = new ChannelMeasurement[prepared.Channels.Count];
        var done = 0;
        var affordable = AffordableThreads(prepared.Channels.Max(i => recording.Channels[i].Samples));
        // Each thread keeps its buffers, so as many as asked for take turns and no others join in.
        Partitioner.Create(Enumerable.Range(0, results.Length), EnumerablePartitionerOptions.NoBuffering).AsParallel()
            .WithDegreeOfParallelism(Math.Clamp(affordable, 1, Math.Min(Threads, MostThreads)))
            .WithCancellation(cancel)
            .ForAll(i =>
            {
                var channel = recording.Channels[prepared.Channels[i]];
                results[i] = MeasureChannel(channel, prepared, whole, windows, i, used, cancel);
                ChannelAnalysis.ReclaimAfter(channel.Samples);
                progress?.Report((double)Interlocked.Increment(ref done) / results.Length);
            });
        return results;
    }

    // The reference signal, in single precision, is there once.
    private static int AffordableThreads(long samples)
    {
        var each = sizeof(double) * (samples + ((double)CopiesOfStretch * Math.Min(samples, BandAmplitude.Whole)));
        return (int)((MemoryBudgetBytes - (sizeof(float) * samples)) / each);
    }

    private ChannelMeasurement MeasureChannel(
        Channel channel, PreparedRecording prepared, WholeMeasurer whole, WindowMeasurer? windows, int position,
        MeasureSettings used, CancellationToken cancel)
    {
        var signal = prepared.Load(position);
        var trace = Overview(signal);
        if (prepared.WhyBad[position] is { } why)
            return new ChannelMeasurement(channel, why, 0, new Dictionary<string, BiomarkerResult>()) { Trace = trace };
        var analysis = new ChannelAnalysis(signal, used);
        analysis.Reclaim();
        var found = new Dictionary<string, BiomarkerResult>();
        foreach (var biomarker in Applicable(analysis))
        {
            found[biomarker.Name] = analysis.ResultOf<BiomarkerResult>(biomarker);
            analysis.Reclaim();
        }

        whole.Gather(position, analysis);
        windows?.Measure(position, signal, Applicable, cancel);
        return new ChannelMeasurement(channel, null, signal.UsableSeconds, found) { Trace = trace };
    }

    private IEnumerable<IBiomarker> Applicable(ChannelAnalysis channel) =>
        biomarkers.Where(b => !ApplicableOnly || b.AppliesTo(channel));

    private static TraceOverview Overview(Signal signal)
    {
        var samples = signal.Samples;
        var perBin = Math.Max(1, (samples.Length + TraceBins - 1) / TraceBins);
        var bins = (samples.Length + perBin - 1) / perBin;
        var (low, high) = (new float[bins], new float[bins]);
        for (var bin = 0; bin < bins; bin++)
        {
            var part = samples.AsSpan(bin * perBin, Math.Min(perBin, samples.Length - (bin * perBin)));
            var (min, max) = (part[0], part[0]);
            foreach (var value in part)
            {
                min = Math.Min(min, value);
                max = Math.Max(max, value);
            }

            (low[bin], high[bin]) = ((float)min, (float)max);
        }

        return new TraceOverview(perBin / signal.SamplingRate, low, high);
    }
}

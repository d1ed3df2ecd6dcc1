using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Measuring;

/// <summary>
/// Measures a recording: prepares it, then computes every biomarker on every good channel, several channels at a time.
/// The result does not depend on the number of threads.
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
        if (recording.Channels.Count == 0)
        {
            throw new BadInputException(recording.Header.Path, recording.Header.Spikes.Count > 0
                ? "it holds spike trains and no signals; the biomarkers measured here need signals"
                : "it holds events and no signals; there is nothing to measure");
        }

        var hash = Task.Run(() => Hash(recording.Header.Path), cancel);
        var prepared = Preprocessor.Prepare(recording, settings, ChannelNames, cancel);
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
                results[i] = MeasureChannel(channel, prepared, i);
                ChannelAnalysis.ReclaimAfter(channel.Samples);
                progress?.Report((double)Interlocked.Increment(ref done) / results.Length);
            });
        var provenance = new Provenance(Version, Command, DateTimeOffset.UtcNow, hash.GetAwaiter().GetResult(), settings.Effective());
        return new RecordingMeasurement(recording.Header, recording.Duration, recording.Stretches, results, prepared.Steps,
            prepared.Rejected(), provenance);
    }

    // The reference signal, in single precision, is there once.
    private static int AffordableThreads(long samples)
    {
        var each = sizeof(double) * (samples + ((double)CopiesOfStretch * Math.Min(samples, BandAmplitude.Whole)));
        return (int)((MemoryBudgetBytes - (sizeof(float) * samples)) / each);
    }

    private ChannelMeasurement MeasureChannel(Channel channel, PreparedRecording prepared, int position)
    {
        var signal = prepared.Load(position);
        var trace = Overview(signal);
        if (prepared.WhyBad[position] is { } why)
            return new ChannelMeasurement(channel, why, 0, new Dictionary<string, BiomarkerResult>()) { Trace = trace };
        var analysis = new ChannelAnalysis(signal, settings);
        analysis.Reclaim();
        var found = new Dictionary<string, BiomarkerResult>();
        foreach (var biomarker in biomarkers)
        {
            found[biomarker.Name] = analysis.ResultOf<BiomarkerResult>(biomarker);
            analysis.Reclaim();
        }

        return new ChannelMeasurement(channel, null, signal.UsableSeconds, found) { Trace = trace };
    }

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

    private static string Hash(string path)
    {
        if (!File.Exists(path))
            return "";
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Measuring;

/// <summary>
/// Gathers what biomarkers of the whole recording take from each channel as channels come by, then measures. It looks
/// at the good channels of the type most of them have, sampled together: across types or clocks a sum of events or a
/// phase difference has no meaning.
/// </summary>
internal sealed class WholeMeasurer
{
    private readonly Recording recording;
    private readonly IReadOnlyList<IRecordingBiomarker> biomarkers;
    private readonly MeasureSettings settings;
    private readonly AnalysedChannel?[][] gathered;

    public WholeMeasurer(Recording recording, PreparedRecording prepared,
        IReadOnlyList<IRecordingBiomarker> biomarkers, MeasureSettings settings)
    {
        this.recording = recording;
        this.biomarkers = biomarkers;
        this.settings = settings;
        Positions = biomarkers.Count == 0 ? [] : Enumerable.Range(0, prepared.Channels.Count)
            .Where(p => prepared.WhyBad[p] is null && recording.Channels[prepared.Channels[p]].Samples > 0)
            .GroupBy(p => Clock(recording.Channels[prepared.Channels[p]]))
            .MaxBy(g => g.Count())?.ToHashSet() ?? [];
        gathered = [.. biomarkers.Select(_ => new AnalysedChannel?[prepared.Channels.Count])];
    }

    /// <summary>The channels that are looked at, as positions among those considered.</summary>
    public IReadOnlySet<int> Positions { get; }

    /// <summary>Takes what is needed from a channel, if it is looked at. Safe from several threads.</summary>
    public void Gather(int position, ChannelAnalysis channel)
    {
        if (!Positions.Contains(position))
            return;
        var signal = channel.Signal;
        for (var b = 0; b < biomarkers.Count; b++)
        {
            gathered[b][position] = new AnalysedChannel(signal.Channel, signal.SamplingRate, signal.Samples.Length,
                signal.Continuous, signal.Usable, biomarkers[b].Extract(channel));
        }
    }

    /// <summary>Measures, when every channel has come by.</summary>
    public WholeMeasurement Measure(int threads, CancellationToken cancel)
    {
        var found = new Dictionary<string, BiomarkerResult>();
        var channels = new List<Channel>();
        for (var b = 0; b < biomarkers.Count && Positions.Count > 0; b++)
        {
            cancel.ThrowIfCancellationRequested();
            AnalysedChannel[] parts = [.. gathered[b].OfType<AnalysedChannel>()];
            gathered[b] = [];
            channels = [.. parts.Select(p => p.Channel)];
            found[biomarkers[b].Name] = biomarkers[b].Measure(
                new RecordingAnalysis(parts, settings, recording.Events, threads, cancel));
        }

        return new WholeMeasurement(channels, found);
    }

    private static (ChannelType Type, double Rate, long Samples) Clock(Channel channel) =>
        (channel.Type, channel.SamplingRate, channel.Samples);
}

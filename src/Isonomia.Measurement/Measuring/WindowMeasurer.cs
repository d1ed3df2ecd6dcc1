using System.Globalization;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Measuring;

/// <summary>
/// Measures window after window: each channel is cut, after preprocessing, as it comes by, and every biomarker sees the
/// piece as if it were all there is. What needs more than a window has says so there.
/// </summary>
internal sealed class WindowMeasurer
{
    private readonly Recording recording;
    private readonly MeasureSettings settings;
    private readonly TimeWindows windows;
    private readonly double[] onsets;
    private readonly WholeMeasurer[] wholes;
    private readonly Dictionary<string, Reading>?[][] found;
    private readonly string[] names;

    public WindowMeasurer(Recording recording, PreparedRecording prepared, TimeWindows windows,
        IReadOnlyList<IRecordingBiomarker> biomarkers, MeasureSettings settings)
    {
        (this.recording, this.settings, this.windows) = (recording, settings, windows);
        onsets = windows.Onsets(recording);
        wholes = [.. onsets.Select(_ => new WholeMeasurer(recording, prepared, biomarkers, settings))];
        found = [.. onsets.Select(_ => new Dictionary<string, Reading>?[prepared.Channels.Count])];
        names = [.. prepared.Channels.Select(c => recording.Channels[c].Name)];
    }

    /// <summary>Measures a channel window by window. Different channels may come by on different threads.</summary>
    public void Measure(int position, Signal signal, Func<ChannelAnalysis, IEnumerable<IBiomarker>> choose, CancellationToken cancel)
    {
        for (var w = 0; w < onsets.Length; w++)
        {
            cancel.ThrowIfCancellationRequested();
            var first = (int)Math.Round(onsets[w] * signal.SamplingRate);
            var end = Math.Min(signal.Samples.Length, first + (int)Math.Round(windows.Length * signal.SamplingRate));
            var analysis = new ChannelAnalysis(signal.Cut(new SampleRange(first, Math.Max(0, end - first))), settings);
            found[w][position] = choose(analysis)
                .ToDictionary(b => b.Name, b => analysis.ResultOf<BiomarkerResult>(b).ToReading().NumbersOnly());
            wholes[w].Gather(position, analysis);
        }
    }

    /// <summary>All windows, when every channel has come by.</summary>
    public IReadOnlyList<WindowMeasurement> Measure(IReadOnlyList<ISpikeBiomarker> ofSpikes, int threads, CancellationToken cancel) =>
        [.. onsets.Select((onset, w) => new WindowMeasurement(onset, windows.Length,
            [.. names.Select((name, p) => (name, (IReadOnlyDictionary<string, Reading>?)found[w][p])).Where(c => c.Item2 is not null)
                .Select(c => (c.name, c.Item2!))],
            wholes[w].Measure(threads, cancel).Biomarkers.ToDictionary(b => b.Key, b => b.Value.ToReading().NumbersOnly()),
            Spikes(onset, ofSpikes, cancel)))];

    /// <summary>The same of spikes alone, where there are no signals.</summary>
    public static IReadOnlyList<WindowMeasurement> OfSpikes(Recording recording, TimeWindows windows,
        IReadOnlyList<ISpikeBiomarker> biomarkers, MeasureSettings settings, CancellationToken cancel) =>
        [.. windows.Onsets(recording).Select(onset => new WindowMeasurement(onset, windows.Length, [], new Dictionary<string, Reading>(),
            Spikes(recording, settings, onset, windows.Length, biomarkers, cancel)))];

    private IReadOnlyList<(string, IReadOnlyDictionary<string, Reading>)> Spikes(
        double onset, IReadOnlyList<ISpikeBiomarker> biomarkers, CancellationToken cancel) =>
        Spikes(recording, settings, onset, windows.Length, biomarkers, cancel);

    private static IReadOnlyList<(string, IReadOnlyDictionary<string, Reading>)> Spikes(Recording recording, MeasureSettings settings,
        double onset, double length, IReadOnlyList<ISpikeBiomarker> biomarkers, CancellationToken cancel)
    {
        if (recording.Header.Spikes.Count == 0 || biomarkers.Count == 0)
            return [];
        var range = string.Create(CultureInfo.InvariantCulture, $"{onset:R}:{onset + length:R}");
        return [.. SpikeMeasurer.Measure(recording, biomarkers, settings.With(SpikeSettings.Range.Key, range), cancel)
            .Select(p => (p.Name, (IReadOnlyDictionary<string, Reading>)p.Biomarkers
                .ToDictionary(b => b.Key, b => b.Value.ToReading().NumbersOnly())))];
    }
}

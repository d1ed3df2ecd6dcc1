using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Validation.Recovering;

namespace Isonomia.Validation;

/// <summary>Measures a few numbers on samples or spikes as they are, without preprocessing.</summary>
internal sealed class Probe
{
    private readonly (string Biomarker, string Quantity)[] wanted;
    private readonly MeasureSettings settings;

    /// <summary>Prepares to measure.</summary>
    /// <param name="wanted">Which numbers of which biomarkers, as paths in their output.</param>
    /// <param name="changed">Settings that are not the defaults.</param>
    /// <exception cref="ArgumentException">There is no such biomarker.</exception>
    public Probe(IEnumerable<(string Biomarker, string Quantity)> wanted, IReadOnlyDictionary<string, string> changed)
    {
        this.wanted = [.. wanted];
        foreach (var (name, _) in this.wanted)
        {
            if (!BiomarkerLibrary.Descriptions.Any(b => b.Name == name))
                throw new ArgumentException($"there is no biomarker '{name}'", nameof(wanted));
        }

        settings = changed.Aggregate(
            new MeasureSettings(BiomarkerLibrary.Settings), (all, one) => all.With(one.Key, one.Value));
    }

    /// <summary>The numbers and their units, in the order in which they were asked for.</summary>
    /// <exception cref="ArgumentException">A biomarker reports no such number.</exception>
    public (Measured Value, string Unit)[] On(double[] samples, double samplingRate) =>
        On(RecoverySubject.Of(samplingRate, samples));

    /// <summary>The same of any recording.</summary>
    /// <exception cref="ArgumentException">A biomarker is not of such recordings, or reports no such number.</exception>
    public (Measured Value, string Unit)[] On(RecoverySubject subject)
    {
        var names = wanted.Select(w => w.Biomarker).Distinct(StringComparer.Ordinal);
        var readings = subject switch
        {
            RecoverySubject.Signals signals => OfSignals(signals, names),
            RecoverySubject.Spikes spikes => OfSpikes(spikes, names),
            _ => throw new ArgumentException($"unknown {subject.GetType().Name}", nameof(subject)),
        };
        return [.. wanted.Select(w => ReadingPath.Find(readings[w.Biomarker], w.Quantity)
            ?? throw new ArgumentException($"{w.Biomarker} reports no number '{w.Quantity}'"))];
    }

    private Dictionary<string, Reading> OfSignals(RecoverySubject.Signals subject, IEnumerable<string> names)
    {
        ChannelAnalysis[] channels = [.. subject.Samples.Select((samples, c) => new ChannelAnalysis(
            Signal.Whole(new Channel($"samples {c + 1}", subject.Type, subject.Unit, subject.SamplingRate, samples.Length), samples)
                with { Events = subject.Events },
            settings))];
        return names.ToDictionary(n => n, n => BiomarkerLibrary.All.FirstOrDefault(b => b.Name == n) is { } ofOne
            ? channels[0].ResultOf<BiomarkerResult>(ofOne).ToReading()
            : OfAll(channels, Find(BiomarkerLibrary.Recordings, n)), StringComparer.Ordinal);
    }

    private Reading OfAll(ChannelAnalysis[] channels, IRecordingBiomarker biomarker) =>
        biomarker.Measure(new RecordingAnalysis(
            [.. channels.Select(c => new AnalysedChannel(c.Signal.Channel, c.Signal.SamplingRate, c.Signal.Samples.Length,
                c.Signal.Continuous, c.Signal.Usable, biomarker.Extract(c)))],
            settings, [], 1, CancellationToken.None)).ToReading();

    private Dictionary<string, Reading> OfSpikes(RecoverySubject.Spikes subject, IEnumerable<string> names)
    {
        var population = new SpikeAnalysis(SpikeTrain.OnePopulation,
            [.. subject.Trains.Select((times, unit) => new SpikeTrain($"unit {unit + 1}", times))], subject.Seconds, settings);
        return names.ToDictionary(
            n => n, n => Find(BiomarkerLibrary.Spikes, n).Measure(population).ToReading(), StringComparer.Ordinal);
    }

    private static T Find<T>(IEnumerable<T> biomarkers, string name)
        where T : IBiomarkerDescription => biomarkers.FirstOrDefault(b => b.Name == name)
            ?? throw new ArgumentException($"'{name}' is not measured from such a recording");
}

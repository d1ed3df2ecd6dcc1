using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Validation;

/// <summary>Measures a few numbers on samples as they are, without preprocessing.</summary>
internal sealed class Probe
{
    private readonly (IBiomarker Biomarker, string Quantity)[] wanted;
    private readonly MeasureSettings settings;

    /// <summary>Prepares to measure.</summary>
    /// <param name="wanted">Which numbers of which biomarkers, as paths in their output.</param>
    /// <param name="changed">Settings that are not the defaults.</param>
    /// <exception cref="ArgumentException">There is no such biomarker.</exception>
    public Probe(IEnumerable<(string Biomarker, string Quantity)> wanted, IReadOnlyDictionary<string, string> changed)
    {
        this.wanted = [.. wanted.Select(w => (Find(w.Biomarker), w.Quantity))];
        settings = changed.Aggregate(
            new MeasureSettings(BiomarkerLibrary.Settings), (all, one) => all.With(one.Key, one.Value));
    }

    /// <summary>The numbers and their units, in the order in which they were asked for.</summary>
    /// <exception cref="ArgumentException">A biomarker reports no such number.</exception>
    public (Measured Value, string Unit)[] On(double[] samples, double samplingRate)
    {
        var channel = new Channel("samples", ChannelType.Eeg, "uV", samplingRate, samples.Length);
        var analysis = new ChannelAnalysis(Signal.Whole(channel, samples), settings);
        var readings = wanted.Select(w => w.Biomarker).Distinct().ToDictionary(
            b => b, b => analysis.ResultOf<BiomarkerResult>(b).ToReading());
        return [.. wanted.Select(w => ReadingPath.Find(readings[w.Biomarker], w.Quantity)
            ?? throw new ArgumentException($"{w.Biomarker.Name} reports no number '{w.Quantity}'"))];
    }

    private static IBiomarker Find(string name) => BiomarkerLibrary.All.FirstOrDefault(b => b.Name == name)
        ?? throw new ArgumentException($"there is no biomarker '{name}'");
}

using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Tests.Biomarkers;

/// <summary>Signals made up for a test, as channels under measurement.</summary>
internal static class TestChannel
{
    public static Signal Signal(double rate, double[] samples) => Measurement.Biomarkers.Signal.Whole(
        new Channel("Cz", ChannelType.Eeg, "uV", rate, samples.Length), samples);

    public static ChannelAnalysis Of(double rate, double[] samples, params (string Key, string Value)[] settings) =>
        Of(Signal(rate, samples), settings);

    public static ChannelAnalysis Of(Signal signal, params (string Key, string Value)[] settings) => new(
        signal,
        settings.Aggregate(new MeasureSettings(BiomarkerLibrary.Settings), (s, set) => s.With(set.Key, set.Value)));
}

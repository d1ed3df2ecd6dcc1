using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Tests.Measuring;

/// <summary>Biomarkers of a recording as a whole see its good channels of one type, in file order.</summary>
public class WholeMeasurerTests
{
    private const double Rate = 100;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_channels_of_the_commonest_type_and_clock_are_seen_in_file_order(int threads)
    {
        var whole = Measure(threads, [new LastSamples()]).Whole;

        Assert.Equal(["A", "C", "D"], whole.Channels.Select(c => c.Name));
        Assert.Equal([0, 2, 3], ((LastSamples.Found)whole.Biomarkers["last_samples"]).Values);
    }

    [Fact]
    public void A_channel_set_aside_is_not_seen()
    {
        var whole = Measure(1, [new LastSamples()], ("preprocessing.bad_channels", "C")).Whole;

        Assert.Equal(["A", "D"], whole.Channels.Select(c => c.Name));
    }

    private static RecordingMeasurement Measure(
        int threads, IReadOnlyList<IRecordingBiomarker> biomarkers, params (string Key, string Value)[] set)
    {
        ChannelType[] types = [ChannelType.Eeg, ChannelType.Ecog, ChannelType.Eeg, ChannelType.Eeg];
        double[][] samples = [.. types.Select((_, i) => Enumerable.Range(0, 500).Select(
            t => t == 499 ? i : Math.Sin(t * (i + 2))).ToArray())];
        var header = new RecordingHeader("<whole>", "memory", [.. types.Select((type, i) =>
            new Channel($"{(char)('A' + i)}", type, "uV", Rate, 500))]);
        using var recording = new Recording(header, new MemorySource(samples));
        var settings = set.Aggregate(
            RecordingMeasurer.DefaultSettings.With("preprocessing.highpass", "off").With("preprocessing.notch", "off")
                .With("preprocessing.bad_channels", "off"), (s, one) => s.With(one.Key, one.Value));
        return new RecordingMeasurer(settings, [])
        {
            RecordingBiomarkers = biomarkers,
            Threads = threads,
        }.Measure(recording);
    }

    private sealed class LastSamples : RecordingBiomarker<double[]>
    {
        public override string Name => "last_samples";

        public override BiomarkerDefinition Definition { get; } =
            new("", "", Direction.Undecided, Evidence.Speculative, "", "");

        public override IReadOnlyList<Setting> Settings => [];

        protected override double[] Take(ChannelAnalysis channel) => [channel.Signal.Samples[^1]];

        protected override BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<double[]> parts)
        {
            Assert.Equal(Rate, recording.SamplingRate);
            Assert.Equal(500, recording.Samples);
            return new Found([.. parts.Select(p => p[0])]);
        }

        internal sealed record Found(double[] Values) : BiomarkerResult
        {
            public override Reading ToReading() => new Reading().Curve("values", Values, "uV");
        }
    }
}
